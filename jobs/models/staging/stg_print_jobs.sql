-- Finished print jobs of the month; of a job that came twice the last one counts. Print servers
-- start their job numbers anew, so the instant belongs to a job's identity. The logs of
-- the months around are wanted for what their ledger rows say of this one.
-- grain: one row per printer_id, job_id, printed_at
-- months: -2 to 1
with delivered_jobs as (
    select
        documents.definition,
        print_jobs.printed_at,
        print_jobs.printer_id,
        print_jobs.job_id,
        print_jobs.department_id,
        print_jobs.impressions,
        print_jobs.sheets,
        print_jobs.copies,
        print_jobs.paper,
        row_number() over (
            partition by print_jobs.printer_id, print_jobs.job_id, print_jobs.printed_at
            order by documents.batch desc, print_jobs.document_id desc, print_jobs.line desc
        ) as recency
    from print_jobs
    inner join documents using (document_id)
    cross join period
    where print_jobs.printed_at >= period.started_at
        and print_jobs.printed_at < period.ended_at
)
select
    definition,
    printed_at,
    printer_id,
    job_id,
    department_id,
    impressions,
    sheets,
    copies,
    paper
from delivered_jobs
where recency = 1
