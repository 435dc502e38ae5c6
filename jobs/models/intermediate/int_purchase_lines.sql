-- What was bought in the month, each line with what is known of it; null where that is not known.
-- has_type1_label: as the record says, or else as its labels say that config/labels.csv knows. A
-- label that is only named may have ended: somebody must have looked into its register, no longer
-- before the purchase than that table says. A record of a label of type 1 that names labels of
-- other types only contradicts itself.
-- is_label_possible: as the record says, or else whether config/labels.csv has a label of type 1
-- for goods of its category.
-- is_fair: by a label or maker that config/labels.csv calls fair, or bought under a contract that
-- Electronics Watch watched on the day. It is not where all of this is on record and none is so.
-- grain: one row per line of stg_purchases
with named_labels as (
    select
        ecolabels,
        label_list(ecolabels) as listed
    from stg_purchases
    where ecolabels is not null
    group by ecolabels
),
label_matches as (
    select
        named_labels.ecolabels,
        count(*) >= length(named_labels.listed) - length(replace(named_labels.listed, ',', '')) - 1
        as is_all_known,
        bool_or(labels.is_type1) as has_type1,
        bool_or(labels.is_fair) as has_fair,
        max(case when labels.is_type1 then labels.check_months end) as check_months
    from named_labels
    inner join labels
        on instr(named_labels.listed, concat(',', labels.known_as, ',')) > 0
    group by
        named_labels.ecolabels,
        named_labels.listed
),
fair_makers as (
    select
        known_as
    from labels
    where is_fair
    group by known_as
),
label_categories as (
    select
        category
    from label_goods
    group by category
),
contracts_bought_under as (
    -- Two registers may call two contracts alike: then it is not known which one is meant.
    select
        contract_id,
        min(has_electronics_watch_terms) as has_electronics_watch_terms,
        min(affiliated_from_on) as affiliated_from_on,
        min(affiliated_until_on) as affiliated_until_on
    from int_contracts
    group by contract_id
    having count(*) = 1
),
matched_lines as (
    select
        period.month,
        stg_purchases.category,
        coalesce(stg_purchases.is_ict, true) as is_ict,
        stg_purchases.quantity,
        stg_purchases.sheets,
        stg_purchases.amount_eur,
        stg_purchases.mass_kg,
        stg_purchases.secondary_kg,
        stg_purchases.condition,
        stg_purchases.criteria,
        stg_purchases.criteria_met,
        stg_purchases.is_label_possible,
        label_categories.category is not null as is_labelled_category,
        stg_purchases.has_type1_label as is_type1_recorded,
        label_matches.has_type1 as is_type1_named,
        coalesce(label_matches.is_all_known, false) as is_all_known,
        stg_purchases.label_checked_on
            >= add_months(stg_purchases.purchased_on, -coalesce(label_matches.check_months, 0))
        as is_label_checked,
        coalesce(label_matches.has_fair, false) or fair_makers.known_as is not null
        as is_fair_by_name,
        stg_purchases.ecolabels is not null or stg_purchases.manufacturer is not null
        as is_named,
        case
            when not contracts_bought_under.has_electronics_watch_terms
                or contracts_bought_under.affiliated_from_on > stg_purchases.purchased_on
                or contracts_bought_under.affiliated_until_on < stg_purchases.purchased_on
                then false
            when contracts_bought_under.has_electronics_watch_terms
                and contracts_bought_under.affiliated_from_on <= stg_purchases.purchased_on
                then true
        end as is_watched
    from stg_purchases
    cross join period
    left join label_matches using (ecolabels)
    left join fair_makers
        on fair_makers.known_as = lower(stg_purchases.manufacturer)
    left join label_categories
        on label_categories.category = stg_purchases.category
    left join contracts_bought_under
        on contracts_bought_under.contract_id = stg_purchases.contract_id
),
judged_lines as (
    select
        month,
        category,
        is_ict,
        quantity,
        sheets,
        amount_eur,
        mass_kg,
        secondary_kg,
        condition,
        criteria,
        criteria_met,
        is_label_possible,
        is_labelled_category,
        case
            when is_type1_recorded and is_all_known and not is_type1_named then null
            when is_type1_recorded is not null then is_type1_recorded
            when is_type1_named and is_label_checked then true
            when is_all_known and not is_type1_named then false
        end as has_type1_label,
        case
            when is_fair_by_name or is_watched then true
            when is_named and not is_watched then false
        end as is_fair
    from matched_lines
)
select
    month,
    category,
    is_ict,
    quantity,
    sheets,
    amount_eur,
    mass_kg,
    secondary_kg,
    condition,
    criteria,
    criteria_met,
    has_type1_label,
    case
        when is_label_possible is not null then is_label_possible
        when has_type1_label or is_labelled_category then true
        when category is not null then false
    end as is_label_possible,
    is_fair
from judged_lines
