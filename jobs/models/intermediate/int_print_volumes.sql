-- What was printed in the month, per department and by the organisation as a whole. What the log
-- ties to no department of config/ is in the organisation only, and lowers the coverage of each
-- department, since it may be theirs.
-- a4_sheets are A4-equivalents by area, so A3 is 2; paper that is not named counts as A4.
-- two_sided_impressions lie on sheets with two printed sides, so a job has 2 × (impressions −
-- sheets) of them and an odd last page is not one. A job of one page cannot be two-sided and is not
-- among the duplexable ones.
-- grain: one row per scope_kind, scope_id
with sized_jobs as (
    select
        departments.department_id,
        stg_print_jobs.impressions,
        stg_print_jobs.sheets,
        stg_print_jobs.sheets * case
            when replace(lower(stg_print_jobs.paper), 'iso_', '') like 'a0%' then 16
            when replace(lower(stg_print_jobs.paper), 'iso_', '') like 'a1%' then 8
            when replace(lower(stg_print_jobs.paper), 'iso_', '') like 'a2%' then 4
            when replace(lower(stg_print_jobs.paper), 'iso_', '') like 'a3%' then 2
            when replace(lower(stg_print_jobs.paper), 'iso_', '') like 'a5%' then 0.5
            else 1
        end as a4_sheets,
        stg_print_jobs.sheets is not null as is_sheets_known,
        stg_print_jobs.impressions > coalesce(stg_print_jobs.copies, 1) as is_duplexable
    from stg_print_jobs
    left join departments using (department_id)
),
department_sums as (
    select
        department_id,
        sum(impressions) as impressions,
        sum(case when is_sheets_known then impressions end) as sheet_impressions,
        sum(a4_sheets) as a4_sheets,
        sum(case when is_duplexable then impressions end) as duplexable_impressions,
        sum(
            case when is_duplexable and is_sheets_known then impressions end
        ) as known_duplexable_impressions,
        sum(
            case when is_duplexable then 2 * (impressions - sheets) end
        ) as two_sided_impressions
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
        sum(two_sided_impressions) as two_sided_impressions
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
        department_sums.two_sided_impressions
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
        two_sided_impressions
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
    / nullif(scope_sums.duplexable_impressions, 0) as duplexable_coverage
from scope_sums
cross join int_print_log_coverage
