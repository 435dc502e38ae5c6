-- What was printed in the month, per department and by the organisation as a whole. What the log
-- ties to no department of config/ is in the organisation only, and lowers the coverage of each
-- department, since it may be theirs.
-- a4_sheets are A4-equivalents by area, so A3 is 2; paper that is not named counts as A4. A size
-- that config/paper-sizes.csv does not know is not counted and lowers the coverage of the sheets.
-- two_sided_impressions lie on sheets with two printed sides, so a job has 2 × (impressions −
-- sheets) of them and an odd last page is not one. A job of one page cannot be two-sided and is not
-- among the duplexable ones. Of each job, impressions − sheets of its sheets have two printed
-- sides; paper_sheets are the sheets as they are, of whatever size.
-- Colour is told of a whole job: one page in colour makes it one, and some devices call grey pages
-- colour.
-- grain: one row per scope_kind, scope_id
with named_papers as (
    select
        printer_id,
        job_id,
        printed_at,
        department_id,
        impressions,
        sheets,
        copies,
        is_colour,
        paper is not null as is_paper_named,
        lower(paper) as paper_name,
        -- Without what a driver adds behind the name, as in A4.Fullbleed.
        regexp_replace(lower(paper), '[._][a-z]+$', '') as short_paper_name
    from stg_print_jobs
    cross join period
    where printed_at >= period.started_at
        and printed_at < period.ended_at
),
sized_jobs as (
    select
        departments.department_id,
        named_papers.impressions,
        named_papers.sheets,
        named_papers.sheets * case
            when named_papers.is_paper_named
                then coalesce(exact_sizes.a4_equivalents, short_sizes.a4_equivalents)
            else 1
        end as a4_sheets,
        named_papers.is_colour,
        named_papers.sheets is not null as is_sheets_known,
        named_papers.impressions > coalesce(named_papers.copies, 1) as is_duplexable
    from named_papers
    left join departments using (department_id)
    left join paper_sizes as exact_sizes
        on exact_sizes.name = named_papers.paper_name
    left join paper_sizes as short_sizes
        on short_sizes.name = named_papers.short_paper_name
),
department_sums as (
    select
        department_id,
        sum(impressions) as impressions,
        sum(case when a4_sheets is not null then impressions end) as sheet_impressions,
        sum(a4_sheets) as a4_sheets,
        sum(case when is_duplexable then impressions end) as duplexable_impressions,
        sum(
            case when is_duplexable and is_sheets_known then impressions end
        ) as known_duplexable_impressions,
        sum(
            case when is_duplexable then 2 * (impressions - sheets) end
        ) as two_sided_impressions,
        sum(sheets) as paper_sheets,
        sum(impressions - sheets) as two_sided_sheets,
        sum(case when is_sheets_known then impressions end) as paper_impressions,
        sum(case when is_colour then impressions when not is_colour then 0 end)
        as colour_impressions,
        sum(case when is_colour is not null then impressions end) as colour_known_impressions
    from sized_jobs
    group by department_id
),
organisation_sums as (
    select
        sum(impressions) as impressions,
        sum(case when department_id is not null then impressions end) as named_impressions,
        sum(sheet_impressions) as sheet_impressions,
        sum(a4_sheets) as a4_sheets,
        sum(duplexable_impressions) as duplexable_impressions,
        sum(known_duplexable_impressions) as known_duplexable_impressions,
        sum(two_sided_impressions) as two_sided_impressions,
        sum(paper_sheets) as paper_sheets,
        sum(two_sided_sheets) as two_sided_sheets,
        sum(paper_impressions) as paper_impressions,
        sum(colour_impressions) as colour_impressions,
        sum(colour_known_impressions) as colour_known_impressions
    from department_sums
),
scope_sums as (
    select
        'department' as scope_kind,
        department_sums.department_id as scope_id,
        cast(organisation_sums.named_impressions as double)
        / nullif(organisation_sums.impressions, 0) as named_share,
        department_sums.impressions,
        department_sums.sheet_impressions,
        department_sums.a4_sheets,
        department_sums.duplexable_impressions,
        department_sums.known_duplexable_impressions,
        department_sums.two_sided_impressions,
        department_sums.paper_sheets,
        department_sums.two_sided_sheets,
        department_sums.paper_impressions,
        department_sums.colour_impressions,
        department_sums.colour_known_impressions
    from department_sums
    cross join organisation_sums
    where department_sums.department_id is not null
    union all
    select
        'organisation' as scope_kind,
        'all' as scope_id,
        cast(1 as double) as named_share,
        impressions,
        sheet_impressions,
        a4_sheets,
        duplexable_impressions,
        known_duplexable_impressions,
        two_sided_impressions,
        paper_sheets,
        two_sided_sheets,
        paper_impressions,
        colour_impressions,
        colour_known_impressions
    from organisation_sums
    where impressions is not null
)
select
    int_print_log_coverage.month,
    scope_sums.scope_kind,
    scope_sums.scope_id,
    scope_sums.named_share * int_print_log_coverage.coverage as log_coverage,
    cast(scope_sums.impressions as decimal(18, 6)) as impressions,
    cast(scope_sums.a4_sheets as decimal(18, 6)) as a4_sheets,
    scope_sums.named_share * int_print_log_coverage.coverage
    * coalesce(scope_sums.sheet_impressions, 0)
    / nullif(scope_sums.impressions, 0) as sheets_coverage,
    cast(scope_sums.two_sided_impressions as decimal(18, 6)) as two_sided_impressions,
    cast(
        scope_sums.known_duplexable_impressions as decimal(18, 6)
    ) as duplexable_impressions,
    scope_sums.named_share * int_print_log_coverage.coverage
    * coalesce(scope_sums.known_duplexable_impressions, 0)
    / nullif(scope_sums.duplexable_impressions, 0) as duplexable_coverage,
    cast(scope_sums.paper_sheets as decimal(18, 6)) as paper_sheets,
    cast(scope_sums.two_sided_sheets as decimal(18, 6)) as two_sided_sheets,
    scope_sums.named_share * int_print_log_coverage.coverage
    * coalesce(scope_sums.paper_impressions, 0)
    / nullif(scope_sums.impressions, 0) as paper_coverage,
    cast(scope_sums.colour_impressions as decimal(18, 6)) as colour_impressions,
    cast(scope_sums.colour_known_impressions as decimal(18, 6)) as colour_known_impressions,
    scope_sums.named_share * int_print_log_coverage.coverage
    * coalesce(scope_sums.colour_known_impressions, 0)
    / nullif(scope_sums.impressions, 0) as colour_coverage
from scope_sums
cross join int_print_log_coverage
