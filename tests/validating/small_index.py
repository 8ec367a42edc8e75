"""A small index of letters in CMIF, clean: two letters of one edition, of which the second answers the first."""

ID = "d012f5be-7520-5f2a-a3a8-d3526f04cd14"

INDEX = f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
<fileDesc>
<titleStmt><title>Letters of Strelsau</title>\
<editor>Fritz von Tarlenheim <email>fritz@example.org</email></editor></titleStmt>
<publicationStmt>
<publisher><ref target="https://example.org/press">Strelsau Press</ref></publisher>
<idno type="url">https://example.org/strelsau/cmif.xml</idno>
<date when="2026-03-01T00:00:00+00:00"/>
<availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence></availability>
</publicationStmt>
<sourceDesc><bibl type="online" xml:id="{ID}">Letters of Strelsau. Strelsau Press. \
<ref target="https://example.org/strelsau">https://example.org/strelsau</ref></bibl></sourceDesc>
</fileDesc>
<profileDesc>
<correspDesc source="#{ID}" ref="https://example.org/strelsau/strelsau-d001" key="1">
<correspAction type="sent"><persName>Sapt</persName><placeName>Strelsau</placeName>\
<date when="1894-03-03"/></correspAction>
<correspAction type="received"><persName>Unknown</persName></correspAction>
<correspContext><ref type="next" target="https://example.org/strelsau/strelsau-d002">Its reply</ref></correspContext>
</correspDesc>
<correspDesc source="#{ID}" ref="https://example.org/strelsau/strelsau-d002" key="2">
<correspAction type="sent"><persName ref="https://d-nb.info/gnd/118540238">Rassendyll, Rudolf</persName>\
<placeName ref="https://www.geonames.org/2950159">Berlin</placeName>\
<date notBefore="1894-03-04" notAfter="1894-03-07" cert="low"/></correspAction>
<correspAction type="received"><persName cert="low" evidence="conjecture">Sapt</persName>\
<orgName>The court</orgName></correspAction>
</correspDesc>
</profileDesc>
</teiHeader>
<text><body><p/></body></text>
</TEI>
"""
