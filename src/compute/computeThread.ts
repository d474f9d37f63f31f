import { serveThread } from '#platform/serveThread';
import { computeJobs } from './computeJobs';

serveThread(computeJobs);
