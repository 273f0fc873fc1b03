import { readFileSync } from 'node:fs';
import { neighbors } from 'topojson-client';
import type { GeometryObject } from 'topojson-specification';

export interface UtahCountyRow {
  readonly fips: string;
  readonly name: string;
  /** FIPS codes of the Utah counties that share a border line. */
  readonly neighbours: readonly string[];
}

type CountyShape = GeometryObject & { readonly id: string; readonly properties: { readonly name: string } };

interface Atlas {
  readonly objects: { readonly counties: { readonly geometries: readonly CountyShape[] } };
}

function isAtlas(value: unknown): value is Atlas {
  return typeof value === 'object' && value !== null && 'objects' in value;
}

/**
 * Two counties are neighbours when they share an arc, that is a stretch of border. Counties that only meet in a point
 * (Box Elder and Davis in the Great Salt Lake, Carbon and Grand, Emery and San Juan, Emery and Uintah, Grand and Wayne,
 * Tooele and Weber) are not: one cannot drive from one to the other without crossing a third.
 */
export function deriveUtahCounties(): UtahCountyRow[] {
  const atlas: unknown = JSON.parse(readFileSync(require.resolve('us-atlas/counties-10m.json'), 'utf8'));
  if (!isAtlas(atlas)) throw new Error('us-atlas holds no counties');
  const shapes = atlas.objects.counties.geometries.filter(({ id }) => id.startsWith('49'));
  const adjacent = neighbors([...shapes]);
  const rows = shapes.map((shape, index) => ({
    fips: shape.id,
    name: shape.properties.name,
    neighbours: (adjacent[index] ?? []).flatMap((other) => shapes[other]?.id ?? []).sort(),
  }));
  return check(rows.sort((a, b) => (a.fips < b.fips ? -1 : 1)));
}

function check(rows: UtahCountyRow[]): UtahCountyRow[] {
  const byFips = new Map(rows.map((row) => [row.fips, row]));
  if (rows.length !== 29) throw new Error(`Utah has 29 counties, the atlas ${rows.length}`);
  rows.forEach(({ fips, neighbours }, index) => {
    if (fips !== String(49001 + 2 * index)) throw new Error(`unexpected FIPS code ${fips}`);
    const oneSided = neighbours.filter((other) => !byFips.get(other)?.neighbours.includes(fips));
    if (oneSided.length > 0) throw new Error(`${fips} is no neighbour of ${oneSided.join(', ')}`);
  });
  return rows;
}
