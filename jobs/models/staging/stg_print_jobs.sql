-- Finished print jobs of the month and of the 46 days before and after it; of a job that came
-- twice the last one counts. Print servers start their job numbers anew, so the instant belongs to
-- a job's identity. Where there are no numbers, a printer may finish several jobs in one second:
-- then the first, second … of them in their document is that of any other document. The logs of the
-- months around are wanted for what their ledger rows say of this one too.
-- grain: one row per printer_id, job_id, printed_at and, of jobs without a number, place
-- months: -2 to 2
with delivered_jobs as (
    select
        documents.batch,
        documents.definition,
        documents.name,
        print_jobs.document_id,
        print_jobs.line,
        print_jobs.printed_at,
        print_jobs.printer_id,
        print_jobs.job_id,
        print_jobs.department_id,
        print_jobs.impressions,
        print_jobs.sheets,
        print_jobs.copies,
        print_jobs.is_colour,
        print_jobs.paper
    from print_jobs
    inner join documents using (document_id)
    cross join period
    where print_jobs.printed_at >= start_of_day(add_days(period.first_on, -46))
        and print_jobs.printed_at < start_of_day(add_days(period.last_on, 47))
),
placed_jobs as (
    select
        batch,
        definition,
        name,
        document_id,
        line,
        printed_at,
        printer_id,
        job_id,
        department_id,
        impressions,
        sheets,
        copies,
        is_colour,
        paper,
        1 as place
    from delivered_jobs
    where job_id is not null
    union all
    select
        batch,
        definition,
        name,
        document_id,
        line,
        printed_at,
        printer_id,
        job_id,
        department_id,
        impressions,
        sheets,
        copies,
        is_colour,
        paper,
        row_number() over (
            partition by document_id, printer_id, printed_at
            order by line
        ) as place
    from delivered_jobs
    where job_id is null
),
followed_jobs as (
    -- One sort per printer finds what came twice: far cheaper than a group per job.
    select
        definition,
        printed_at,
        printer_id,
        job_id,
        department_id,
        impressions,
        sheets,
        copies,
        is_colour,
        paper,
        place,
        lead(printed_at) over arrival_order as next_printed_at,
        lead(job_id) over arrival_order as next_job_id,
        lead(place) over arrival_order as next_place
    from placed_jobs
    window arrival_order as (
        partition by printer_id
        order by job_id, printed_at, place, batch, name, document_id, line
    )
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
    is_colour,
    paper
from followed_jobs
where next_printed_at is null
    or next_printed_at <> printed_at
    or next_place <> place
    or next_job_id is distinct from job_id
