import type { EpochSeconds, Tag } from './machines.ts';

export interface ActivityArn {
  activityArn: string;
}

export interface ActivityDraft {
  name: string;
  tags?: Tag[];
}

export interface CreatedActivity extends ActivityArn {
  creationDate: EpochSeconds;
}

export interface Activity extends CreatedActivity {
  name: string;
}

export interface ActivityPage {
  activities: Activity[];
  nextToken?: string;
}
