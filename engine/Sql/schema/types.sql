-- types: closed lists
-- uses:
create type if not exists channel_code as enum ('website', 'newmedia', 'openness', 'request', 'submission', 'interaction', 'NONE');
create type if not exists level_code as enum ('state', 'region', 'city', 'banner', 'NONE');
create type if not exists source_code as enum ('notice', 'facts', 'findings', 'counts', 'submissions', 'accounts', 'requests');
