-- Print jobs on each day of each log, and for how many of them the log tells the copies. A log with
-- a line per page tells them; one with a total per job does not, and takes the copies of one page
-- for a job of several.
-- grain: one row per definition and day_on
-- materialise: month
select
    month_of(local_date(printed_at)) as month,
    definition,
    local_date(printed_at) as day_on,
    count(*) as job_count,
    count(copies) as counted_job_count
from stg_print_jobs
cross join period
where printed_at >= period.started_at
    and printed_at < period.ended_at
group by
    month_of(local_date(printed_at)),
    definition,
    local_date(printed_at)
