import { Facts1790000000001 } from './0001-facts.js';
import { Scoring1790000000004 } from './0004-scoring.js';
import { SheetVersions1790000000005 } from './0005-sheet-versions.js';
import { PublishedRuns1790000000006 } from './0006-published-runs.js';
import { Ratings1790000000007 } from './0007-ratings.js';
import { Objections1790000000008 } from './0008-objections.js';
import { Gaming1790000000009 } from './0009-gaming.js';
import { Evidence1790000000010 } from './0010-evidence.js';
import { Confirmation1790000000011 } from './0011-confirmation.js';
import { Cells1790000000012 } from './0012-cells.js';
import { Awards1790000000018 } from './0018-awards.js';
import { Surveys1790000000019 } from './0019-surveys.js';
import { FigureWatch1790000000022 } from './0022-figure-watch.js';
import { PublicFacts1790000000023 } from './0023-public-facts.js';
import { Flags1790000000024 } from './0024-flags.js';
import { EndedLocalities1790000000025 } from './0025-ended-localities.js';
import { KnownVersions1790000000026 } from './0026-known-versions.js';
import { Proof1790000000027 } from './0027-proof.js';
import { Duty1790000000028 } from './0028-duty.js';
import { FewRatings1790000000029 } from './0029-few-ratings.js';
import { Sharing1790000000030 } from './0030-sharing.js';
import { UnitSystems1790000000031 } from './0031-unit-systems.js';
import { TreeMarks1790000000032 } from './0032-tree-marks.js';
import { CountedBy1790000000033 } from './0033-counted-by.js';
import { CellsByYear1790000000034 } from './0034-cells-by-year.js';
import { SharedCases1790000000035 } from './0035-shared-cases.js';
import { KnownAssignments1790000000036 } from './0036-known-assignments.js';
import { VersionedCells1790000000037 } from './0037-versioned-cells.js';
import { Themes1790000000038 } from './0038-themes.js';
import { CellsInPlace1790000000039 } from './0039-cells-in-place.js';
import { QuickLooks1790000000040 } from './0040-quick-looks.js';

/** In the order in which they run. */
export const migrations = [
  Facts1790000000001,
  Scoring1790000000004,
  SheetVersions1790000000005,
  PublishedRuns1790000000006,
  Ratings1790000000007,
  Gaming1790000000009,
  Objections1790000000008,
  Evidence1790000000010,
  Confirmation1790000000011,
  Cells1790000000012,
  Awards1790000000018,
  Surveys1790000000019,
  FigureWatch1790000000022,
  PublicFacts1790000000023,
  Flags1790000000024,
  EndedLocalities1790000000025,
  KnownVersions1790000000026,
  Proof1790000000027,
  Duty1790000000028,
  FewRatings1790000000029,
  Sharing1790000000030,
  UnitSystems1790000000031,
  TreeMarks1790000000032,
  CellsByYear1790000000034,
  CountedBy1790000000033,
  SharedCases1790000000035,
  KnownAssignments1790000000036,
  VersionedCells1790000000037,
  Themes1790000000038,
  CellsInPlace1790000000039,
  QuickLooks1790000000040,
];
