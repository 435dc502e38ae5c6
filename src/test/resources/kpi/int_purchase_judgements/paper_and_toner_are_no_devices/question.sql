select category, criterion, weight, round(met_share, 6) as met_share, is_modelled from int_purchase_judgements
