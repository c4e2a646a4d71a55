export interface DataSet {
  id: string;
  title: string;
  date: string | null;
  terms: string | null;
  /** Of its files, as they were when it last wrote. */
  hash: string;
}
