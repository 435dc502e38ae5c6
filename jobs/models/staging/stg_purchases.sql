-- What was bought in the month. An order that a source gives again takes the place of all its
-- lines, also where its day was corrected; the newer row may stand in another month.
-- grain: one row per line of the newest document of definition and purchase_id
-- months: -12 to 12
with ranked_rows as (
    select
        documents.definition,
        purchases.purchased_on,
        purchases.purchase_id,
        purchases.category,
        purchases.product_group,
        purchases.manufacturer,
        purchases.model,
        purchases.supplier,
        purchases.contract_id,
        purchases.is_ict,
        purchases.quantity,
        purchases.sheets,
        purchases.amount_eur,
        purchases.mass_kg,
        purchases.secondary_kg,
        purchases.condition,
        purchases.ecolabels,
        purchases.has_type1_label,
        purchases.label_checked_on,
        purchases.is_label_possible,
        purchases.criteria,
        purchases.criteria_met,
        dense_rank() over (
            partition by documents.definition, purchases.purchase_id
            order by documents.batch desc, documents.name desc, purchases.document_id desc
        ) as recency
    from purchases
    inner join documents using (document_id)
)
select
    definition,
    purchased_on,
    purchase_id,
    category,
    product_group,
    manufacturer,
    model,
    supplier,
    contract_id,
    is_ict,
    quantity,
    sheets,
    amount_eur,
    mass_kg,
    secondary_kg,
    condition,
    ecolabels,
    has_type1_label,
    label_checked_on,
    is_label_possible,
    criteria,
    criteria_met
from ranked_rows
cross join period
where recency = 1
    and purchased_on >= period.first_on
    and purchased_on <= period.last_on
