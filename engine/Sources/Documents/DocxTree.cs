using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Sources.Documents;

/// <summary>Walks what stands between the parts of a Word document that matter: controls, accepted insertions, alternatives.</summary>
internal static class DocxTree
{
    /// <summary>The nearest descendants that are wanted, in order; what was deleted or moved away is left out.</summary>
    public static IEnumerable<T> Of<T>(OpenXmlElement parent, Func<OpenXmlElement, bool> wanted)
        where T : OpenXmlElement
    {
        foreach (var child in ChildrenOf(parent))
        {
            if (wanted(child))
            {
                yield return (T)child;
            }
            else
            {
                foreach (var inner in Of<T>(child, wanted))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>The children that a person sees: of alternatives the first only.</summary>
    public static IEnumerable<OpenXmlElement> ChildrenOf(OpenXmlElement parent)
    {
        if (parent is AlternateContent alternatives)
        {
            return alternatives.ChildElements.Take(1);
        }

        return parent is DeletedRun or MoveFromRun or DeletedText or RubyContent or ParagraphProperties or RunProperties
            ? []
            : parent.ChildElements;
    }
}
