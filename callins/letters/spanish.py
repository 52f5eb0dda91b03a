"""What the law calls an offence, in Spanish: the codes are those of dealers.cases.rules."""

OFFENCES = {
    "sale_heroin": "venta o entrega de heroína",
    "traffic_heroin": "tráfico de heroína",
    "sale_fentanyl": "venta o entrega de fentanilo",
    "sale_cocaine": "venta o entrega de cocaína",
    "sale_meth": "venta o entrega de metanfetamina",
    "possession": "posesión de una droga controlada",
    "conspiracy": "conspiración",
    "assault": "agresión con agravantes",
    "robbery": "robo con violencia",
    "burglary": "robo en un edificio",
    "grand_larceny": "hurto mayor",
    "arson": "incendio provocado",
    "murder": "asesinato",
    "aggravated_sexual_assault": "agresión sexual con agravantes",
    "other_state": "otro delito según la ley del estado",
    "fed_distribution": "distribución de una sustancia controlada",
    "fed_conspiracy": "conspiración para distribuir",
    "fed_firearm": "arma de fuego en un delito de tráfico de drogas",
    "other_federal": "otro delito según la ley federal",
}
