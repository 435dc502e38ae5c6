-- Finished print jobs of the month and of the 46 days before and after it; of a job that came
-- twice the last one counts. Print servers start their job numbers anew, so the instant belongs to
-- a job's identity. Where there are no numbers, a printer may finish several jobs in one second:
-- then the first, second … of them in their document is that of any other document. The logs of the
-- months around are wanted for what their ledger rows say of this one too.
-- grain: one row per printer_id, job_id, printed_at and, of jobs without a number, place
-- months: -2 to 2
with delivered_jobs as (
    select
        documents.definition,
        documents.batch,
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
        print_jobs.paper,
        case
            when print_jobs.job_id is not null then 1
            else row_number() over (
                partition by
                    print_jobs.document_id,
                    print_jobs.printer_id,
                    print_jobs.job_id,
                    print_jobs.printed_at
                order by print_jobs.line
            )
        end as place
    from print_jobs
    inner join documents using (document_id)
    cross join period
    where print_jobs.printed_at >= start_of_day(add_days(period.first_on, -46))
        and print_jobs.printed_at < start_of_day(add_days(period.last_on, 47))
),
ranked_jobs as (
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
        row_number() over (
            partition by printer_id, job_id, printed_at, place
            order by batch desc, name desc, document_id desc, line desc
        ) as recency
    from delivered_jobs
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
from ranked_jobs
where recency = 1
