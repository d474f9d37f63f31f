import { serveThread } from '#platform/serveThread';
import { codeJobs } from './codeJobs';

serveThread(codeJobs);
