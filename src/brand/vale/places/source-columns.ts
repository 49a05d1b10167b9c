import { characters, type Spot } from './place';

/** Turns offsets of the source into lines and columns. Asked in rising order it reads the source once. */
export class SourceColumns {
  private at = 0;
  private line = 1;
  private column = 1;

  constructor(private readonly source: string) {}

  spot(start: number, end: number): Spot {
    this.moveTo(start);
    const length = characters(this.source.slice(start, end));
    return { line: this.line, start: this.column, end: Math.max(1, this.column + length - 1) };
  }

  private moveTo(offset: number): void {
    if (offset < this.at) {
      this.at = 0;
      this.line = 1;
      this.column = 1;
    }
    for (let found = this.source.indexOf('\n', this.at); found >= 0 && found < offset;) {
      this.at = found + 1;
      this.line += 1;
      this.column = 1;
      found = this.source.indexOf('\n', this.at);
    }
    this.column += characters(this.source.slice(this.at, offset));
    this.at = offset;
  }
}
