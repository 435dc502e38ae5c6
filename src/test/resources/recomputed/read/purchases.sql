-- The order lines. Of an order that stands in two files the later file counts. Raw: the exports of
-- the financial software.
with told as (
    select
        *,
        dense_rank() over (partition by Bestelling order by filename desc) as recency
    from read_csv(
        'sample-data/purchases/*.csv.gz',
        delim = ';', header = true, all_varchar = true, filename = true
    )
)
select
    substr(Besteldatum, 7, 4) || '-' || substr(Besteldatum, 4, 2) as month,
    case Artikelgroep
        when 'Beeldscherm' then 'monitor'
        when 'Multifunctional' then 'mfp'
        when 'Thin client' then 'thin_client'
        when 'Netwerk' then 'network'
        when 'Papier' then 'paper'
        when 'Muis' then 'mouse'
        when 'Kantoormeubilair' then 'furniture'
        else lower(Artikelgroep)
    end as category,
    ICT = 'ja' as is_ict,
    Toestand as condition,
    cast(Aantal as bigint) as pieces,
    cast(replace("Bedrag excl. btw", ',', '.') as decimal(18, 6)) as euros,
    cast(replace("Gewicht (kg)", ',', '.') as decimal(18, 6)) as kilograms,
    cast(replace("Waarvan secundair (kg)", ',', '.') as decimal(18, 6)) as secondary_kilograms,
    Keurmerken as labels,
    "Type I geldig" = 'ja' as has_label,
    "Keurmerk mogelijk" = 'ja' as is_label_possible,
    cast(Criteria as bigint) as criteria,
    cast(Voldaan as bigint) as criteria_met
from told
where recency = 1
