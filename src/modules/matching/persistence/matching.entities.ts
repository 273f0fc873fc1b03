import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PlainGate } from '../../eligibility';
import type { ScoreComponent } from '../engine/match';

/** One of the best 200 pairs of a business. What is not eligible is never stored: it is not ranked. */
@Entity('matches')
@Check('matches_eligibility_check', `eligibility IN ('eligible', 'unknown')`)
@Check('matches_score_check', 'score >= 0 AND score <= 100')
@Index('matches_score_idx', ['businessId', 'score'])
export class MatchEntity {
  @ForeignKey('BusinessEntity', { name: 'matches_business_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'business_id', primaryKeyConstraintName: 'matches_pkey' })
  businessId: string;

  @ForeignKey('OpportunityEntity', { name: 'matches_opportunity_fkey', onDelete: 'CASCADE' })
  @Index('matches_opportunity_idx')
  @PrimaryColumn('uuid', { name: 'opportunity_id', primaryKeyConstraintName: 'matches_pkey' })
  opportunityId: string;

  @Column('numeric', { precision: 4, scale: 1 })
  score: string;

  @Column('numeric', { precision: 3, scale: 2 })
  confidence: string;

  @Column('text')
  eligibility: string;

  @Column('jsonb')
  gates: PlainGate[];

  @Column('jsonb')
  components: ScoreComponent[];

  @Column('text', { name: 'model_version' })
  modelVersion: string;

  @Column('timestamptz', { name: 'matched_at' })
  matchedAt: Date;
}

/** How far matching is for one business: what differs from the business's own revision is still to be done. */
@Entity('match_states')
export class MatchStateEntity {
  @ForeignKey('BusinessEntity', { name: 'match_states_business_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'business_id', primaryKeyConstraintName: 'match_states_pkey' })
  businessId: string;

  @Column('integer', { name: 'matched_revision' })
  matchedRevision: number;

  @Column('text', { name: 'model_version' })
  modelVersion: string;

  @Index('match_states_matched_at_idx')
  @Column('timestamptz', { name: 'matched_at' })
  matchedAt: Date;
}

/** One count of the words of all opportunities. Scores name its version, so they can be made again. */
@Entity('text_corpora')
export class TextCorpusEntity {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'text_corpora_pkey' })
  version: number;

  @Column('integer')
  documents: number;

  @Column('double precision', { name: 'average_length' })
  averageLength: number;

  @Column('timestamptz', { name: 'built_at' })
  builtAt: Date;
}

@Entity('text_corpus_terms')
export class TextCorpusTermEntity {
  @ForeignKey('TextCorpusEntity', { name: 'text_corpus_terms_corpus_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('integer', { name: 'corpus_version', primaryKeyConstraintName: 'text_corpus_terms_pkey' })
  corpusVersion: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'text_corpus_terms_pkey' })
  lexeme: string;

  @Column('integer', { name: 'document_frequency' })
  documentFrequency: number;
}

export const matchingEntities = [MatchEntity, MatchStateEntity, TextCorpusEntity, TextCorpusTermEntity];
