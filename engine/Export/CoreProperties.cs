using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Analytics.Export;

/// <summary>Title and time of the file. The SDK's own writer would put them into a part with a random name.</summary>
internal static class CoreProperties
{
    private static readonly XNamespace s_core =
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace s_elements = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace s_terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace s_instance = "http://www.w3.org/2001/XMLSchema-instance";

    internal static void Write(SpreadsheetDocument document, FileProperties properties)
    {
        var part = document.AddCoreFilePropertiesPart();
        document.ChangeIdOfPart(part, "rId2");
        Write(part, properties);
    }

    internal static void Write(WordprocessingDocument document, FileProperties properties)
    {
        var part = document.AddCoreFilePropertiesPart();
        document.ChangeIdOfPart(part, "rId2");
        Write(part, properties);
    }

    private static void Write(CoreFilePropertiesPart part, FileProperties properties)
    {
        var created = properties.CreatedUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var root = new XElement(
            s_core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", s_core.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dc", s_elements.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dcterms", s_terms.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "xsi", s_instance.NamespaceName),
            new XElement(s_elements + "title", CellText.Clean(properties.Title)),
            new XElement(s_terms + "created", new XAttribute(s_instance + "type", "dcterms:W3CDTF"), created)
        );
        using var stream = part.GetStream(FileMode.Create);
        root.Save(stream, SaveOptions.DisableFormatting);
    }
}
