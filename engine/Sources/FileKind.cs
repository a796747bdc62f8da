namespace Analytics.Sources;

/// <summary>What the content of a file is, whatever its name says.</summary>
internal enum FileKind
{
    /// <summary>纯文本、CSV: anything that no signature tells.</summary>
    Text,

    /// <summary>.docx</summary>
    Docx,

    /// <summary>.xlsx</summary>
    Xlsx,

    /// <summary>.xls</summary>
    Xls,

    /// <summary>.pdf</summary>
    Pdf,

    /// <summary>网页</summary>
    Html,

    /// <summary>.ofd</summary>
    Ofd,

    /// <summary>.doc, .wps</summary>
    OldWord,

    /// <summary>.ppt, .pptx, .dps</summary>
    Slides,

    /// <summary>.xlsb</summary>
    BinaryWorkbook,

    /// <summary>.odt, .ods</summary>
    OpenDocument,

    /// <summary>.docm, .xlsm, or a file that holds a macro</summary>
    Macro,

    /// <summary>An Office file under a password.</summary>
    EncryptedOffice,

    /// <summary>An OLE file of another kind.</summary>
    OtherOle,

    /// <summary>.rtf</summary>
    Rtf,

    /// <summary>.mht</summary>
    WebArchive,

    /// <summary>XML, such as Excel 2003's.</summary>
    Xml,

    /// <summary>A picture.</summary>
    Picture,

    /// <summary>.zip, .rar, .7z, .gz</summary>
    Archive,

    /// <summary>A program.</summary>
    Program,

    /// <summary>A zip that ends too early.</summary>
    BrokenZip,

    /// <summary>A zip of more entries than are looked at.</summary>
    CrowdedZip,
}
