/** A resolution in which all rules of the profiles hold, with as much in it as they ask about. */
export const RIGHT = `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<meta><identification source="#tool">
<FRBRWork><FRBRthis value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/!main"/>
<FRBRuri value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292"/><FRBRalias name="symbol" value="A/RES/64/292"/>
<FRBRdate date="2010-07-28" name="adoption"/><FRBRauthor href="#tool"/><FRBRcountry value="un"/></FRBRWork>
<FRBRExpression><FRBRthis value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/eng@/!main"/>
<FRBRuri value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/eng@"/><FRBRdate date="2010-08-03" name="publication"/>
<FRBRauthor href="#tool"/><FRBRlanguage language="eng"/></FRBRExpression>
<FRBRManifestation><FRBRthis value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/eng@/!main.xml"/>
<FRBRuri value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/eng@.xml"/><FRBRdate date="2020-01-02" name="markup"/>
<FRBRauthor href="#tool"/></FRBRManifestation></identification>
<workflow source="#tool"><step date="2010-07-20" by="#tool"/><step date="2010-07-28" by="#tool" outcome="#adopted"/></workflow>
<references source="#tool"><TLCOrganization eId="tool" href="/t" showAs="t"/><TLCConcept eId="adopted" href="/a" showAs="a"/>
<TLCConcept eId="adoptionDate" href="/d" showAs="d"/><TLCConcept eId="inFavour" href="/f" showAs="f"/></references></meta>
<coverPage eId="coverPage_1"><p><session value="64">Sixty-fourth session</session></p></coverPage>
<preface><p><docNumber>64/292.</docNumber> <docTitle>The human right to water and sanitation</docTitle></p></preface>
<preamble><formula name="enactingFormula"><p>The General Assembly,</p></formula>
<container name="Recalling" eId="container_1"><p>Recalling its resolution <a href="https://undocs.org/en/A/RES/54/175">54/175</a> on the right to development,<authorialNote marker="1" eId="authorialNote_1"><p>See the report.</p></authorialNote></p></container>
<container name="Deeply concerned" eId="container_2"><p>Deeply concerned that so many people lack access to safe drinking water,<authorialNote marker="2"><p>Ibid.</p></authorialNote></p></container></preamble>
<mainBody><paragraph eId="para_1"><num>1.</num><content><p>Recognizes the right to safe and clean drinking water and sanitation as a human right that is essential for the full enjoyment of life;<noteRef href="#authorialNote_1" marker="1"/></p></content></paragraph>
<paragraph eId="para_2"><num>2.</num><list eId="para_2__list_1"><intro><p>Calls upon all States:</p></intro>
<point eId="para_2__list_1__point_a"><num>(a)</num><content><p>To provide financial resources;</p></content></point>
<point eId="para_2__list_1__point_b"><num>(b)</num><content><p>To help with technology.</p></content></point></list></paragraph></mainBody>
<conclusions eId="conclusions"><p><docDate date="2010-07-28" refersTo="#adoptionDate">28 July 2010</docDate></p>
<p><vote by="#tool"><outcome>Adopted by <quantity normalized="2" refersTo="#inFavour">2</quantity> votes <outcome refersTo="#inFavour"><organization refersTo="#tool">Chad</organization>, <organization refersTo="#tool">Cuba</organization></outcome></outcome></vote></p></conclusions>
<attachments><attachment eId="att_1"><doc name="annex"><meta><identification source="#tool">
<FRBRWork><FRBRthis value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/!annex_1"/><FRBRuri value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292"/>
<FRBRdate date="2010-07-28" name="adoption"/><FRBRauthor href="#tool"/><FRBRcountry value="un"/></FRBRWork>
<FRBRExpression><FRBRthis value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/eng@/!annex_1"/><FRBRuri value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/eng@"/>
<FRBRdate date="2010-08-03" name="publication"/><FRBRauthor href="#tool"/><FRBRlanguage language="eng"/></FRBRExpression>
<FRBRManifestation><FRBRthis value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/eng@/!annex_1.xml"/><FRBRuri value="/akn/un/statement/deliberation/un-ga/2010-07-28/64-292/eng@.xml"/>
<FRBRdate date="2020-01-02" name="markup"/><FRBRauthor href="#tool"/></FRBRManifestation></identification></meta>
<preface><p><docType>Annex</docType></p></preface><mainBody><division eId="att_1__dvs_1"><heading>Principles</heading><content><p>Water is for all.</p></content></division></mainBody></doc></attachment></attachments>
</statement></akomaNtoso>`;
