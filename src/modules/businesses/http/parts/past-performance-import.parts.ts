import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { PastPerformanceRequest, PastPerformanceResponse } from './descriptive.parts';

export class ImportPastPerformanceRequest {
  /** 1 to 100 contracts; a profile lists at most 100. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => PastPerformanceRequest)
  items: PastPerformanceRequest[];
}

export class ImportedPastPerformanceResponse {
  /** As they are listed now. */
  items: PastPerformanceResponse[];
}
