import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&#39;': "'", '&amp;': '&' };

const textsIn = (xml: string): string =>
  [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => (text ?? '').replace(/&[^;]+;/g, (one) => ENTITIES[one] ?? one)).join('');

/** The rows of a sheet of an XLSX file, the first unless it says otherwise, as text. @throws Error where a cell is a formula */
export const readSpreadsheet = (path: string, number = 1): string[][] => {
  const files = unzipSync(new Uint8Array(readFileSync(path)));
  const fileOf = (name: string): string => (files[name] ? strFromU8(files[name]) : '');
  const shared = [...fileOf('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) => textsIn(item ?? ''));
  const sheet = fileOf(`xl/worksheets/sheet${number}.xml`);
  if (/<f[ >]/.test(sheet)) throw new Error('required: no formula; given: one');
  return [...sheet.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
    [...(row ?? '').matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = '', cell = '']) => {
      const value = /<v>([^<]*)<\/v>/.exec(cell)?.[1] ?? '';
      return attributes.includes('t="s"') ? (shared[Number(value)] ?? '') : textsIn(cell) || value;
    }),
  );
};
