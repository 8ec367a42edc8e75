<?xml version="1.0" encoding="UTF-8"?>
<!-- The text of a TEI document as HTML: every element has its place, and no character of the text is lost.
     Blocks become blocks, everything else becomes a span that carries the name of its TEI element as its class.
     Notes stand together at the foot, each with links to its call and back. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:i18n="https://www.gnu.org/software/gettext"
    exclude-result-prefixes="tei i18n">

  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <!-- Pointers that have a page in this edition, each with blanks around it; the way to the first page. -->
  <xsl:param name="known"/>
  <xsl:param name="root" select="'../'"/>

  <!-- The texts of the interface, in its language. -->
  <xsl:variable name="say-notes" select="i18n:gettext('Notes')"/>
  <xsl:variable name="say-note-call" select="i18n:gettext('Note')"/>
  <xsl:variable name="say-back" select="i18n:gettext('Back to the text')"/>
  <xsl:variable name="say-gap" select="i18n:gettext('left out in the source')"/>
  <xsl:variable name="say-read" select="i18n:gettext('read')"/>
  <xsl:variable name="say-illegible" select="i18n:gettext('illegible')"/>
  <xsl:variable name="say-page" select="i18n:gettext('page')"/>
  <xsl:variable name="say-image" select="i18n:gettext('Image')"/>

  <xsl:key name="calls" match="tei:ref[@type='noteCall']" use="@target"/>
  <xsl:key name="ids" match="tei:*[@xml:id]" use="@xml:id"/>

  <!-- Notes of the page or of an editor go to the foot; a source note stays where it is printed. -->
  <xsl:variable name="foot" select="/tei:TEI/tei:text//tei:note[not(@type='source')]"/>

  <xsl:template match="/">
    <div class="tei">
    <div class="tei-text">
      <xsl:apply-templates select="tei:TEI/tei:text/*"/>
    </div>
    <xsl:if test="$foot">
      <section class="notes" role="doc-endnotes" aria-labelledby="page-notes">
        <h2 id="page-notes"><xsl:value-of select="$say-notes"/></h2>
        <ol>
          <xsl:apply-templates select="$foot" mode="foot"/>
        </ol>
      </section>
    </xsl:if>
    </div>
  </xsl:template>

  <!-- Attributes that every element may carry -->

  <xsl:template name="common">
    <xsl:param name="class" select="local-name()"/>
    <xsl:attribute name="class">
      <xsl:value-of select="concat('tei-', $class)"/>
      <xsl:if test="@type"><xsl:value-of select="concat(' type-', translate(@type, ' ', '-'))"/></xsl:if>
    </xsl:attribute>
    <xsl:if test="@xml:id"><xsl:attribute name="id"><xsl:value-of select="@xml:id"/></xsl:attribute></xsl:if>
    <xsl:if test="@i18n:passage">
      <xsl:if test="not(@xml:id)"><xsl:attribute name="id">page-passage-<xsl:value-of select="@i18n:passage"/></xsl:attribute></xsl:if>
      <xsl:call-template name="passage"/>
    </xsl:if>
    <xsl:call-template name="language"/>
  </xsl:template>

  <!-- The passage of the source that a block was encoded from, where the page shows it. -->
  <xsl:template name="passage">
    <xsl:if test="@i18n:passage">
      <xsl:attribute name="data-source">page-source-<xsl:value-of select="@i18n:passage"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template name="language">
    <xsl:if test="@xml:lang and not(self::tei:text)">
      <xsl:attribute name="lang"><xsl:value-of select="@xml:lang"/></xsl:attribute>
      <xsl:attribute name="dir"><xsl:value-of select="i18n:direction(string(@xml:lang))"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- Anything not named below: a span, or a block where it holds blocks -->

  <xsl:template match="tei:*">
    <span><xsl:call-template name="common"/><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="tei:front | tei:body | tei:back | tei:group | tei:text | tei:floatingText
      | tei:opener | tei:closer | tei:postscript | tei:epigraph | tei:argument | tei:address | tei:cit[tei:quote/tei:p]
      | tei:lg | tei:sp | tei:figure | tei:titlePage | tei:docTitle | tei:listBibl | tei:app[tei:lem/tei:p]
      | tei:div1 | tei:div2 | tei:div3 | tei:div4 | tei:div5 | tei:div6 | tei:div7">
    <div><xsl:call-template name="common"/><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="tei:div">
    <div><xsl:call-template name="common"/><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="tei:div[@type='enclosure']">
    <section><xsl:call-template name="common"/><xsl:apply-templates/></section>
  </xsl:template>

  <!-- Headings: one level below each other, beginning below the title of the page -->

  <xsl:template match="tei:div/tei:head | tei:body/tei:head | tei:front/tei:head | tei:back/tei:head">
    <xsl:variable name="above" select="count(../ancestor::*[tei:head[not(@type='link' or @type='number' or @type='sub')]])"/>
    <xsl:variable name="level">
      <xsl:choose><xsl:when test="$above &gt; 4">6</xsl:when><xsl:otherwise><xsl:value-of select="2 + $above"/></xsl:otherwise></xsl:choose>
    </xsl:variable>
    <xsl:element name="h{$level}"><xsl:call-template name="common"/><xsl:apply-templates/></xsl:element>
  </xsl:template>

  <!-- Lines beside a heading, which no outline should list. -->
  <xsl:template match="tei:head[@type='link' or @type='number' or @type='sub']" priority="2">
    <p><xsl:call-template name="common"/><xsl:apply-templates/></p>
  </xsl:template>

  <!-- Rows of no-break spaces, with which a web page justifies its lines, tear holes into ours: they become one space. -->
  <xsl:template match="text()[contains(., '&#160;&#160;') or contains(., ' &#160;') or contains(., '&#160; ')]">
    <xsl:value-of select="translate(., '&#160;', ' ')"/>
  </xsl:template>

  <!-- Blocks of text -->

  <xsl:template match="tei:head | tei:dateline | tei:salute | tei:signed | tei:byline | tei:trailer | tei:addrLine
      | tei:opener/tei:idno | tei:opener/tei:seg | tei:p | tei:ab | tei:l | tei:speaker | tei:titlePart | tei:docAuthor
      | tei:docDate | tei:docImprint | tei:listBibl/tei:bibl | tei:figDesc | tei:note[@type='source']
      | tei:fw[parent::tei:div or parent::tei:body] | tei:label[parent::tei:postscript]">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <!-- A paragraph that a note of the printed page interrupts is put together again; the note stands at the foot. -->
  <xsl:template match="tei:p[@part='I']">
    <xsl:call-template name="paragraph">
      <xsl:with-param name="pieces" select="following-sibling::tei:p[@part='M' or @part='F']
          [generate-id(preceding-sibling::tei:p[not(@part='M' or @part='F')][1]) = generate-id(current())]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="tei:p[@part='M' or @part='F']">
    <xsl:if test="not(preceding-sibling::tei:p[not(@part='M' or @part='F')][1][@part='I'])">
      <xsl:call-template name="paragraph"/>
    </xsl:if>
  </xsl:template>

  <!-- HTML's paragraphs hold no blocks: one that does becomes a division of the same looks. -->
  <xsl:template name="paragraph">
    <xsl:param name="pieces" select="/.."/>
    <xsl:variable name="blocks" select="descendant::tei:p[not(ancestor::tei:note)] | descendant::tei:list
        | descendant::tei:table | descendant::tei:lg | descendant::tei:l | descendant::tei:floatingText
        | descendant::tei:figure | descendant::tei:ab | descendant::tei:address | descendant::tei:listBibl"/>
    <xsl:variable name="name">
      <xsl:choose><xsl:when test="$blocks or self::tei:quote">div</xsl:when><xsl:otherwise>p</xsl:otherwise></xsl:choose>
    </xsl:variable>
    <xsl:element name="{$name}">
      <xsl:call-template name="common"/>
      <xsl:apply-templates/>
      <xsl:for-each select="$pieces">
        <xsl:text> </xsl:text>
        <span><xsl:call-template name="common"><xsl:with-param name="class" select="'piece'"/></xsl:call-template><xsl:apply-templates/></span>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>

  <xsl:template match="tei:quote[tei:p or tei:lg or tei:l or tei:floatingText or tei:ab]">
    <blockquote><xsl:call-template name="common"/><xsl:apply-templates/></blockquote>
  </xsl:template>

  <!-- Lists and tables -->

  <xsl:template match="tei:list">
    <xsl:apply-templates select="tei:head"/>
    <ul><xsl:call-template name="common"/><xsl:apply-templates select="tei:item | tei:headItem"/></ul>
    <xsl:apply-templates select="tei:trailer"/>
  </xsl:template>

  <xsl:template match="tei:item">
    <li>
      <xsl:call-template name="common"/>
      <xsl:apply-templates select="preceding-sibling::*[1][self::tei:label]" mode="in-item"/>
      <xsl:apply-templates/>
    </li>
  </xsl:template>

  <xsl:template match="tei:list/tei:label" mode="in-item">
    <span><xsl:call-template name="common"/><xsl:apply-templates/></span><xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="tei:table">
    <div class="tei-table" role="region" tabindex="0" aria-label="{normalize-space(tei:head)}">
      <table>
        <xsl:if test="tei:head"><caption><xsl:apply-templates select="tei:head/node()"/></caption></xsl:if>
        <tbody><xsl:apply-templates select="tei:row"/></tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="tei:row"><tr><xsl:apply-templates select="tei:cell"/></tr></xsl:template>

  <xsl:template match="tei:cell">
    <xsl:variable name="name">
      <xsl:choose><xsl:when test="@role='label' or ../@role='label'">th</xsl:when><xsl:otherwise>td</xsl:otherwise></xsl:choose>
    </xsl:variable>
    <xsl:element name="{$name}">
      <xsl:if test="@cols"><xsl:attribute name="colspan"><xsl:value-of select="@cols"/></xsl:attribute></xsl:if>
      <xsl:if test="@rows"><xsl:attribute name="rowspan"><xsl:value-of select="@rows"/></xsl:attribute></xsl:if>
      <xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- Links: to pages of this edition, to places on this page, to the web; never anywhere else -->

  <xsl:template match="tei:persName | tei:orgName | tei:placeName | tei:name | tei:rs | tei:ref | tei:ptr | tei:graphic">
    <xsl:variable name="to"><xsl:call-template name="address"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="string($to) and not(ancestor::tei:ref)">
        <a href="{$to}"><xsl:call-template name="common"/><xsl:call-template name="words"/></a>
      </xsl:when>
      <xsl:otherwise><span><xsl:call-template name="common"/><xsl:call-template name="words"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="words">
    <xsl:choose>
      <xsl:when test="self::tei:ptr">→</xsl:when>
      <xsl:when test="self::tei:graphic"><xsl:value-of select="concat('[', $say-image, ']')"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="address">
    <xsl:variable name="pointer" select="string((@target | @ref | @url)[1])"/>
    <xsl:variable name="page" select="substring-before(concat($pointer, '#'), '#')"/>
    <xsl:choose>
      <xsl:when test="starts-with($pointer, '#') and key('ids', substring($pointer, 2))[ancestor::tei:text]">
        <xsl:value-of select="$pointer"/>
      </xsl:when>
      <xsl:when test="$page and contains($known, concat(' ', $page, ' '))">
        <xsl:value-of select="$root"/>
        <xsl:choose>
          <xsl:when test="starts-with($page, 'doc:')">documents/</xsl:when>
          <xsl:when test="starts-with($page, 'org:')">organisations/</xsl:when>
          <xsl:when test="starts-with($page, 'place:')">places/</xsl:when>
          <xsl:otherwise>persons/</xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="concat(substring-after($page, ':'), '.html')"/>
        <xsl:if test="contains($pointer, '#')"><xsl:value-of select="concat('#', substring-after($pointer, '#'))"/></xsl:if>
      </xsl:when>
      <xsl:when test="starts-with($pointer, 'https://') or starts-with($pointer, 'http://')">
        <xsl:value-of select="$pointer"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Notes and their calls -->

  <xsl:template match="tei:ref[@type='noteCall']" priority="2">
    <xsl:variable name="to"><xsl:call-template name="address"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="string($to)">
        <xsl:variable name="id"><xsl:call-template name="call-id"/></xsl:variable>
        <xsl:call-template name="call">
          <xsl:with-param name="id" select="$id"/>
          <xsl:with-param name="to" select="$to"/>
          <xsl:with-param name="mark" select="normalize-space(.)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><sup class="note-call"><xsl:apply-templates/></sup></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="call-id">
    <xsl:variable name="earlier" select="count(preceding::tei:ref[@type='noteCall'][@target=current()/@target])"/>
    <xsl:value-of select="concat(substring-after(@target, '#'), '-call')"/>
    <xsl:if test="$earlier"><xsl:value-of select="$earlier + 1"/></xsl:if>
  </xsl:template>

  <xsl:template name="call">
    <xsl:param name="id"/>
    <xsl:param name="to"/>
    <xsl:param name="mark"/>
    <sup class="note-call">
      <a id="{$id}" href="{$to}" role="doc-noteref" aria-label="{concat($say-note-call, ' ', $mark)}"><xsl:value-of select="$mark"/></a>
    </sup>
  </xsl:template>

  <!-- A note inside a line of text stands at its call; one that stands between blocks has its call elsewhere. -->
  <xsl:template match="tei:note">
    <xsl:variable name="id"><xsl:call-template name="note-id"/></xsl:variable>
    <xsl:if test="not(parent::tei:div or parent::tei:body or parent::tei:closer or parent::tei:opener or parent::tei:list)
        and not(key('calls', concat('#', @xml:id)))">
      <xsl:call-template name="call">
        <xsl:with-param name="id" select="concat($id, '-call')"/>
        <xsl:with-param name="to" select="concat('#', $id)"/>
        <xsl:with-param name="mark"><xsl:call-template name="note-mark"/></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="note-id">
    <xsl:choose>
      <xsl:when test="@xml:id"><xsl:value-of select="@xml:id"/></xsl:when>
      <xsl:when test="@i18n:passage">page-passage-<xsl:value-of select="@i18n:passage"/></xsl:when>
      <xsl:otherwise>page-note-<xsl:number level="any" count="tei:note"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="note-mark">
    <xsl:choose>
      <xsl:when test="@n"><xsl:value-of select="@n"/></xsl:when>
      <xsl:otherwise><xsl:number level="any" count="tei:note[not(@type='source')]" from="tei:text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="tei:note" mode="foot">
    <xsl:variable name="id"><xsl:call-template name="note-id"/></xsl:variable>
    <xsl:variable name="mark"><xsl:call-template name="note-mark"/></xsl:variable>
    <xsl:variable name="inline" select="not(parent::tei:div or parent::tei:body or parent::tei:closer or parent::tei:opener or parent::tei:list)"/>
    <li id="{$id}" class="tei-note">
      <xsl:call-template name="passage"/>
      <xsl:call-template name="language"/>
      <xsl:if test="not(starts-with(normalize-space(.), $mark))">
        <span class="note-mark"><xsl:value-of select="$mark"/></span><xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates/>
      <xsl:for-each select="key('calls', concat('#', @xml:id))">
        <xsl:variable name="call"><xsl:call-template name="call-id"/></xsl:variable>
        <xsl:call-template name="back"><xsl:with-param name="to" select="$call"/><xsl:with-param name="mark" select="$mark"/></xsl:call-template>
      </xsl:for-each>
      <xsl:if test="$inline and not(key('calls', concat('#', @xml:id)))">
        <xsl:call-template name="back"><xsl:with-param name="to" select="concat($id, '-call')"/><xsl:with-param name="mark" select="$mark"/></xsl:call-template>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:template name="back">
    <xsl:param name="to"/>
    <xsl:param name="mark"/>
    <xsl:text> </xsl:text>
    <a class="note-back" href="#{$to}" role="doc-backlink" aria-label="{concat($say-back, ', ', $say-note-call, ' ', $mark)}">↩</a>
  </xsl:template>

  <!-- What an editor did to the text, told by more than colour -->

  <xsl:template match="tei:supplied">
    <span><xsl:call-template name="common"/><xsl:call-template name="bracketed"><xsl:with-param name="open" select="'['"/><xsl:with-param name="close" select="']'"/></xsl:call-template></span>
  </xsl:template>

  <xsl:template match="tei:unclear">
    <span><xsl:call-template name="common"/><xsl:apply-templates/>[?]</span>
  </xsl:template>

  <!-- Brackets that the source prints are not printed twice. -->
  <xsl:template name="bracketed">
    <xsl:param name="open"/>
    <xsl:param name="close"/>
    <xsl:variable name="has" select="starts-with(normalize-space(.), $open)"/>
    <xsl:if test="not($has)"><xsl:value-of select="$open"/></xsl:if>
    <xsl:apply-templates/>
    <xsl:if test="not($has)"><xsl:value-of select="$close"/></xsl:if>
  </xsl:template>

  <xsl:template match="tei:gap">
    <span><xsl:call-template name="common"/>
      <xsl:choose>
        <xsl:when test="normalize-space(.)"><xsl:apply-templates/></xsl:when>
        <xsl:when test="@reason='illegible'">[<xsl:value-of select="$say-illegible"/>]</xsl:when>
        <xsl:when test="normalize-space(..)=''">[<xsl:value-of select="$say-gap"/>]</xsl:when>
      </xsl:choose>
    </span>
  </xsl:template>

  <xsl:template match="tei:choice">
    <span>
      <xsl:call-template name="common"/>
      <xsl:apply-templates select="tei:sic | tei:orig | tei:abbr | tei:seg[1] | tei:unclear[1]"/>
      <xsl:if test="tei:sic and tei:corr">
        <xsl:text> </xsl:text><span class="tei-corr">[<xsl:value-of select="$say-read"/>: <xsl:apply-templates select="tei:corr[1]/node()"/>]</span>
      </xsl:if>
      <xsl:if test="(tei:abbr and tei:expan) or (tei:orig and tei:reg)">
        <xsl:text> </xsl:text><span class="tei-expan">[<xsl:apply-templates select="(tei:expan | tei:reg)[1]/node()"/>]</span>
      </xsl:if>
    </span>
  </xsl:template>

  <xsl:template match="tei:app">
    <span><xsl:call-template name="common"/><xsl:apply-templates select="tei:lem | tei:rdg[not(../tei:lem)][1]"/></span>
  </xsl:template>

  <xsl:template match="tei:del"><del><xsl:call-template name="common"/><xsl:apply-templates/></del></xsl:template>
  <xsl:template match="tei:add"><ins><xsl:call-template name="common"/><xsl:apply-templates/></ins></xsl:template>
  <xsl:template match="tei:emph"><em><xsl:call-template name="common"/><xsl:apply-templates/></em></xsl:template>

  <xsl:template match="tei:hi">
    <xsl:variable name="name">
      <xsl:choose>
        <xsl:when test="contains(@rend, 'sup')">sup</xsl:when>
        <xsl:when test="contains(@rend, 'sub')">sub</xsl:when>
        <xsl:when test="contains(@rend, 'bold')">b</xsl:when>
        <xsl:when test="contains(@rend, 'underline')">u</xsl:when>
        <xsl:when test="contains(@rend, 'small') or contains(@rend, 'spaced')">span</xsl:when>
        <xsl:otherwise>i</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{$name}">
      <xsl:call-template name="common">
        <xsl:with-param name="class"><xsl:choose>
          <xsl:when test="contains(@rend, 'small')">smallcaps</xsl:when>
          <xsl:when test="contains(@rend, 'spaced')">spaced</xsl:when>
          <xsl:otherwise>hi</xsl:otherwise>
        </xsl:choose></xsl:with-param>
      </xsl:call-template>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="tei:date">
    <xsl:choose>
      <xsl:when test="@when and string-length(@when) &lt; 11">
        <time datetime="{@when}"><xsl:call-template name="common"/><xsl:apply-templates/></time>
      </xsl:when>
      <xsl:otherwise><span><xsl:call-template name="common"/><xsl:apply-templates/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Breaks -->

  <xsl:template match="tei:lb[not(@break='no')]"><br/></xsl:template>
  <xsl:template match="tei:lb[@break='no'] | tei:cb | tei:gb | tei:milestone | tei:anchor | tei:handShift">
    <xsl:if test="@xml:id"><span id="{@xml:id}"/></xsl:if>
  </xsl:template>

  <xsl:template match="tei:pb">
    <span class="tei-pb"><xsl:if test="@xml:id"><xsl:attribute name="id"><xsl:value-of select="@xml:id"/></xsl:attribute></xsl:if>
      <xsl:if test="@n">[<xsl:value-of select="concat($say-page, ' ', @n)"/>]</xsl:if>
    </span>
  </xsl:template>

  <!-- Remarks of encoders are no part of the text. -->
  <xsl:template match="comment() | processing-instruction()"/>
</xsl:stylesheet>
