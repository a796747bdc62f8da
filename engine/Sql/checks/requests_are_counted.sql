-- requests_are_counted: every request in force has its working days, for every day of it is in a calendar
-- uses: raw_requests, stg_files, requests
select r.request_id
from raw_requests as r
semi join stg_files as f on f.batch_id = r.batch_id and f.document = r.document
left join requests as q on q.request_id = r.request_id
where q.request_id is null or (r.answered_on is not null and q.working_days is null)
