using Analytics.Domain;
using Analytics.Sources.Worker;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Analytics.Sources.Documents;

/// <summary>PDF documents: letters by where they stand, lines joined to paragraphs by our own rules.</summary>
/// <remarks>The library's own extractors leave page numbers inside counts, or lose the order of the text.</remarks>
internal static class PdfDocumentText
{
    /// <summary>The most pages: a notice has some ten.</summary>
    public const int MaxPages = 1000;

    // A page that draws this much and has no letters has its text as outlines, or is damaged.
    private const int ManyOperations = 60;

    private const string TextCure =
        "请向发文单位索取有文字的 Word 或 PDF 版，或用识别软件（OCR）转成 .docx 并核对数字后再读取。";

    /// <summary>Reads the text; places are 第N页.</summary>
    /// <exception cref="NoticeFormatException">The file is under a password, damaged, a scan, or its letters have no meaning.</exception>
    public static SourceText Read(string fileName, ReadOnlyMemory<byte> bytes)
    {
        PdfStreamGuard.Check(fileName, bytes);
        var lines = new DocumentLines(fileName);
        foreach (var paragraph in PageText.Join(ReadPages(fileName, bytes)))
        {
            lines.Add(paragraph.Text, $"第{paragraph.Page}页");
        }

        return lines.ToSource(bytes, "pdf");
    }

    private static List<PageContent> ReadPages(string fileName, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var stream = ArchiveGuard.AsStream(bytes);
            using var document = PdfDocument.Open(stream, new ParsingOptions { ClipPaths = false });
            if (document.NumberOfPages > MaxPages)
            {
                throw new NoticeFormatException(
                    $"文件“{fileName}”有 {document.NumberOfPages} 页，超过上限 {MaxPages} 页。请只保留通报正文后再读取。"
                );
            }

            var pages = new List<PageContent>();
            for (var number = 1; number <= document.NumberOfPages; number++)
            {
                pages.Add(ReadPage(fileName, document.GetPage(number)));
            }

            return pages;
        }
        catch (PdfDocumentEncryptedException fault)
        {
            throw new NoticeFormatException(
                $"文件“{fileName}”是加密的 PDF，需要密码才能打开。请用密码打开后另存为不加密的 PDF 或 .docx 再读取。",
                fault
            );
        }
        catch (Exception fault) when (IsOutOfMemory(fault))
        {
            throw new NoticeFormatException(WorkerRefusals.OutOfMemory(fileName), fault);
        }
        catch (Exception fault) when (fault is not NoticeFormatException)
        {
            // The library throws whatever its parts throw.
            throw new NoticeFormatException(
                $"文件“{fileName}”的 PDF 结构已损坏或没有传完整，读不出来（{fault.GetType().Name}）。请重新获取这份文件，或索取 Word 版。",
                fault
            );
        }
    }

    private static bool IsOutOfMemory(Exception? fault) =>
        fault is OutOfMemoryException || (fault is not null && IsOutOfMemory(fault.InnerException));

    private static PageContent ReadPage(string fileName, Page page)
    {
        var pieces = new List<TextPiece>(page.Letters.Count);
        var unreadable = 0;
        foreach (var letter in page.Letters)
        {
            // Stamps and watermarks are turned.
            if (letter.TextOrientation != TextOrientation.Horizontal || letter.Value is not { Length: > 0 } value)
            {
                continue;
            }

            unreadable += IsUnreadable(value[0]) ? 1 : 0;
            var left = letter.StartBaseLine.X;
            var size = letter.PointSize > 0.5 ? letter.PointSize : Math.Max(1, letter.EndBaseLine.X - left);
            pieces.Add(new(value, left, letter.EndBaseLine.X, page.Height - letter.StartBaseLine.Y, size));
        }

        var letters = pieces.Count(piece => !string.IsNullOrWhiteSpace(piece.Text));
        if (letters == 0 && page.NumberOfImages > 0)
        {
            throw new NoticeFormatException($"文件“{fileName}”的第{page.Number}页是扫描图片，没有文字。{TextCure}");
        }

        if (letters == 0 && page.Operations.Count > ManyOperations)
        {
            throw new NoticeFormatException(
                $"文件“{fileName}”的第{page.Number}页读不到文字：文字可能已转成图形，或文件已损坏。{TextCure}"
            );
        }

        return unreadable * 10 > letters
            ? throw new NoticeFormatException(
                $"文件“{fileName}”的第{page.Number}页的字体没有文字对照表，读出来是乱码。{TextCure}"
            )
            : new(pieces);
    }

    private static bool IsUnreadable(char c) => c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') or < ' ' and not '\t';
}
