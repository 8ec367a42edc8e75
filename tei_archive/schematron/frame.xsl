<!-- What every stylesheet has: the path of a node with names, a key that sorts in document order, lost variables. -->
<sch-xsl:stylesheet version="3.0" xmlns:sch-xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:sch-own="urn:tei-archive:schematron" xmlns:sch-xs="http://www.w3.org/2001/XMLSchema">

  <sch-xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes"/>

  <sch-xsl:template match="." mode="#all" priority="-1"/>

  <sch-xsl:function name="sch-own:path" as="sch-xs:string">
    <sch-xsl:param name="it" as="node()"/>
    <sch-xsl:sequence select="
      if ($it instance of document-node()) then '/'
      else string-join(for $node in $it/ancestor-or-self::node()[parent::node()] return sch-own:step($node), '')"/>
  </sch-xsl:function>

  <sch-xsl:function name="sch-own:step" as="sch-xs:string">
    <sch-xsl:param name="it" as="node()"/>
    <sch-xsl:variable name="before" select="$it/preceding-sibling::node()"/>
    <sch-xsl:sequence select="
      if ($it instance of element())
      then concat('/', local-name($it), '[', 1 + count($before[self::*][local-name(.) eq local-name($it)]), ']')
      else if ($it instance of attribute())
      then concat('/@', if (starts-with(name($it), 'xml:')) then 'xml:' else '', local-name($it))
      else if ($it instance of text()) then concat('/text()[', 1 + count($before[self::text()]), ']')
      else if ($it instance of comment()) then concat('/comment()[', 1 + count($before[self::comment()]), ']')
      else concat('/processing-instruction()[', 1 + count($before[self::processing-instruction()]), ']')"/>
  </sch-xsl:function>

  <!-- Attributes come after their element and before its children. -->
  <sch-xsl:function name="sch-own:key" as="sch-xs:string">
    <sch-xsl:param name="it" as="node()"/>
    <sch-xsl:sequence select="
      string-join(
        for $node in $it/ancestor-or-self::node()[parent::node()]
        return if ($node instance of attribute()) then '-1' else string(count($node/preceding-sibling::node())),
        ' ')"/>
  </sch-xsl:function>

  <sch-xsl:function name="sch-own:lost" as="sch-xs:string?">
    <sch-xsl:param name="value" as="item()*"/>
    <sch-xsl:sequence select="if (count($value) eq 1 and $value instance of map(*)) then $value('schematron-lost') else ()"/>
  </sch-xsl:function>

</sch-xsl:stylesheet>
