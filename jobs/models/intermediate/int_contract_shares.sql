-- How much of the running contracts of ICT hardware meets each criterion. What is not known counts
-- neither as met nor as not met, and lowers the coverage; a contract of unknown value weighs as the
-- mean of the others.
-- grain: one row per criterion
with weighed_judgements as (
    select
        month,
        criterion,
        weight,
        coalesce(
            cast(weight as double),
            cast(sum(weight) over (partition by criterion) as double)
            / count(weight) over (partition by criterion),
            1
        ) as likely_weight,
        is_met
    from int_contract_judgements
)
select
    month,
    criterion,
    cast(
        sum(case when is_met then weight when not is_met then 0 end) as decimal(18, 6)
    ) as met_weight,
    cast(sum(case when is_met is not null then weight end) as decimal(18, 6)) as known_weight,
    coalesce(
        cast(sum(exact(case when is_met is not null then likely_weight else 0 end)) as double)
        / nullif(cast(sum(exact(likely_weight)) as double), 0),
        avg(case when is_met is not null then 1e0 else 0e0 end)
    ) as coverage
from weighed_judgements
group by
    month,
    criterion
