namespace Analytics.Export;

/// <summary>A document as offices write it (公文), in the layout of GB/T 9704-2012: A4, 22 lines of 28 characters.</summary>
/// <param name="Title">The title (标题), 2号 in the middle.</param>
/// <param name="Blocks">What stands below it.</param>
public sealed record OfficialDocument(string Title, IReadOnlyList<DocumentBlock> Blocks)
{
    /// <summary>The office's name in red at the head (发文机关标志); by default none; may be a placeholder.</summary>
    public DocumentRun? RedHead { get; init; }

    /// <summary>The document number (发文字号) above the red rule; may be a placeholder.</summary>
    public DocumentRun? Number { get; init; }

    /// <summary>Whom it goes to (主送机关), flush left below the title; may be a placeholder.</summary>
    public DocumentRun? Addressees { get; init; }

    /// <summary>Who signs it (发文机关署名), at the right below the text; may be a placeholder.</summary>
    public DocumentRun? Signature { get; init; }

    /// <summary>The date below the signature (成文日期); may be a placeholder.</summary>
    public DocumentRun? Date { get; init; }

    /// <summary>Whether it is a page of tables for use within the office: smaller letters and margins than the standard asks of official documents.</summary>
    public bool IsForm { get; init; }

    /// <summary>What follows on pages of its own (附件), listed above the signature.</summary>
    public IReadOnlyList<DocumentAttachment> Attachments { get; init; } = [];
}

/// <summary>An attachment (附件); it begins on a new page.</summary>
/// <param name="Title">The title, the same in the list and on the page.</param>
/// <param name="Blocks">What stands below it.</param>
public sealed record DocumentAttachment(string Title, IReadOnlyList<DocumentBlock> Blocks);

/// <summary>A part of a document.</summary>
public abstract record DocumentBlock;

/// <summary>A heading; it never stands alone at a page's foot.</summary>
/// <param name="Level">1 for 一、 in 黑体, 2 for （一） in 楷体.</param>
/// <param name="Text">The words, number included.</param>
public sealed record DocumentHeading(int Level, string Text) : DocumentBlock;

/// <summary>A paragraph.</summary>
/// <param name="Runs">Its words.</param>
public sealed record DocumentParagraph(IReadOnlyList<DocumentRun> Runs) : DocumentBlock
{
    /// <summary>A paragraph of plain words.</summary>
    public DocumentParagraph(string text)
        : this([new DocumentRun(text)]) { }

    /// <summary>Whether it stands in the middle without indent, as the caption of a table does.</summary>
    public bool IsCentred { get; init; }
}

/// <summary>Words that look alike.</summary>
/// <param name="Text">The words.</param>
public sealed record DocumentRun(string Text)
{
    /// <summary>Whether only a person can write it: highlighted, to be replaced.</summary>
    public bool IsPlaceholder { get; init; }

    /// <summary>What the editor is told about it in the margin (批注), each by itself; by default nothing.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];
}

/// <summary>A table; its head is repeated on each page, and no row is split over two.</summary>
/// <param name="Columns">From left to right.</param>
/// <param name="Rows">Each as long as <paramref name="Columns"/>.</param>
public sealed record DocumentTable(IReadOnlyList<DocumentColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
    : DocumentBlock;

/// <summary>A column of a table.</summary>
/// <param name="Title">The words in the head.</param>
/// <param name="Share">How much of the width it has, against the others.</param>
/// <param name="IsNumber">Whether it is aligned at the right.</param>
public sealed record DocumentColumn(string Title, double Share = 1, bool IsNumber = false);

/// <summary>A picture as wide as the text, smaller where it would be higher than a page.</summary>
/// <param name="Png">The picture.</param>
/// <param name="Words">What it shows, for those who cannot see it (替代文字).</param>
public sealed record DocumentPicture(byte[] Png, string Words) : DocumentBlock;

/// <summary>What follows begins on a new page.</summary>
public sealed record DocumentPageBreak : DocumentBlock;
