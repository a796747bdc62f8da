using Analytics.Domain;
using Analytics.Ingest.Reading;
using Analytics.Ingest.Text;
using Analytics.Sources;

namespace Analytics.Ingest;

/// <summary>Reads a notice (通报): its head, every printed number with what it measures, and what does not agree.</summary>
public static class NoticeReader
{
    /// <summary>Reads a notice. Pure: no files, no clock, safe from several threads, the same text gives the same notice.</summary>
    /// <param name="source">The decoded file.</param>
    /// <returns>Facts in the order of the text; spans are offsets into <see cref="Notice.Text"/>; faults of the text are in it as data.</returns>
    /// <exception cref="NoticeFormatException">The text is no notice: neither a title with a period nor a number that is understood, or more than 50,000 numbers.</exception>
    public static Notice Read(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var text = Normaliser.Normalise(source.Text, source.Locations);
        var reading = new ReadingState(text, DocumentHead.Read(text));
        Interpreter.Read(reading);
        if (reading.IsOverfull)
        {
            throw new NoticeFormatException(
                $"“{source.FileName}”里的数字超过 {ReadingState.MostNumbers} 个，不像一份通报。请只保留通报正文；明细表请按表格导入。"
            );
        }

        if (reading.Drafts.Count == 0 && (reading.Head.Document.Title is null || reading.Head.Document.Quarter is null))
        {
            throw new NoticeFormatException(
                $"“{source.FileName}”不像一份通报：没有找到“关于……情况的通报”这样的标题和季度，也没有读到任何数字。"
                    + "请确认选对了文件；通报应写明季度（例如 2024年第四季度）和各单位的问题条数或报送数。"
            );
        }

        return NoticeAssembly.Assemble(reading);
    }
}
