using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analytics.Sources.Documents;

/// <summary>The text of one Word paragraph, and the text boxes (文本框) that hang on it.</summary>
internal static class DocxRuns
{
    /// <summary>Reads a paragraph; line breaks in it are line feeds.</summary>
    public static (string Text, IReadOnlyList<TextBoxContent> Boxes) Read(Paragraph paragraph)
    {
        var text = new StringBuilder();
        var boxes = new List<TextBoxContent>();
        Append(paragraph, text, boxes);
        return (text.ToString(), boxes);
    }

    private static void Append(OpenXmlElement parent, StringBuilder text, List<TextBoxContent> boxes)
    {
        foreach (var child in DocxTree.ChildrenOf(parent))
        {
            switch (child)
            {
                case Text words:
                    text.Append(words.Text);
                    break;
                case DocumentFormat.OpenXml.Math.Text formula:
                    text.Append(formula.Text);
                    break;
                case TabChar:
                    text.Append('\t');
                    break;
                case Break or CarriageReturn:
                    text.Append('\n');
                    break;
                case NoBreakHyphen:
                    text.Append('-');
                    break;
                case TextBoxContent box:
                    boxes.Add(box);
                    break;
                case Run run when IsHidden(run):
                    break;
                default:
                    Append(child, text, boxes);
                    break;
            }
        }
    }

    private static bool IsHidden(Run run) => run.RunProperties?.Vanish is { } vanish && vanish.Val?.Value != false;
}
