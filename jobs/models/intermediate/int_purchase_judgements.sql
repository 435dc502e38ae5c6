-- What each line of the month's purchases is judged by, and its weight: euro, pieces or kilograms.
-- is_met is null where that is not known, and is_modelled says that its weight is not on record.
-- Lines that are said not to be ICT are judged as paper and toner only; one without pieces does not
-- count in pieces. Of paper, part of a line can meet what is asked: met_share.
-- grain: one row per line of int_purchase_lines and criterion
with ict_lines as (
    select
        month,
        category,
        coalesce(category, '') in ('paper', 'toner') as is_consumable,
        cast(quantity as decimal(18, 6)) as quantity,
        cast(amount_eur as decimal(18, 6)) as amount_eur,
        condition,
        criteria,
        criteria_met,
        has_type1_label,
        is_label_possible,
        is_fair
    from int_purchase_lines
    where is_ict
),
paper_lines as (
    select
        int_purchase_lines.month,
        int_purchase_lines.category,
        int_purchase_lines.mass_kg is null as is_modelled,
        decimal_6(
            coalesce(
                cast(int_purchase_lines.mass_kg as double),
                int_purchase_lines.sheets * sheet_masses.value / 1000
            )
        ) as mass_kg,
        cast(int_purchase_lines.secondary_kg as double) as secondary_kg
    from int_purchase_lines
    left join int_factors as sheet_masses
        on sheet_masses.purpose = 'paper_a4_mass'
        and sheet_masses.unit = 'g/sheet'
    where int_purchase_lines.category = 'paper'
),
judgements as (
    select
        month,
        category,
        'type1_value' as criterion,
        amount_eur as weight,
        case when is_label_possible then has_type1_label end as is_met
    from ict_lines
    where coalesce(is_label_possible, true)
    union all
    select
        month,
        category,
        'type1_count' as criterion,
        quantity as weight,
        case when is_label_possible then has_type1_label end as is_met
    from ict_lines
    where coalesce(is_label_possible, true)
        and quantity is not null
    union all
    select
        month,
        category,
        'refurbished_count' as criterion,
        quantity as weight,
        condition in ('refurbished', 'remanufactured') as is_met
    from ict_lines
    where not is_consumable
        and quantity is not null
    union all
    select
        month,
        category,
        'refurbished_value' as criterion,
        amount_eur as weight,
        condition in ('refurbished', 'remanufactured') as is_met
    from ict_lines
    where not is_consumable
        and quantity is not null
    union all
    select
        month,
        category,
        'fair_count' as criterion,
        quantity as weight,
        is_fair as is_met
    from ict_lines
    where not is_consumable
        and quantity is not null
    union all
    select
        month,
        category,
        'criteria_value' as criterion,
        amount_eur as weight,
        criteria_met >= criteria as is_met
    from ict_lines
    where coalesce(criteria, 1) > 0
    union all
    select
        month,
        category,
        'remanufactured_count' as criterion,
        cast(quantity as decimal(18, 6)) as weight,
        condition = 'remanufactured' as is_met
    from int_purchase_lines
    where category = 'toner'
        and quantity is not null
)
select
    month,
    category,
    criterion,
    weight,
    case when weight is not null and is_met then 1.0 when weight is not null and not is_met then 0.0
    end as met_share,
    false as is_modelled
from judgements
union all
select
    month,
    category,
    'recycled_mass' as criterion,
    mass_kg as weight,
    case when secondary_kg <= cast(mass_kg as double) then secondary_kg / nullif(mass_kg, 0)
    end as met_share,
    is_modelled
from paper_lines
