using Analytics.Domain;
using Analytics.Sources;
using Analytics.Sources.Worker;

namespace Analytics.Tests.Sources;

/// <summary>Both ends of the worker in one process: what goes over the wire comes back the same.</summary>
public sealed class SourceWorkerTests
{
    [Fact]
    public void A_document_comes_back_with_its_text_and_places()
    {
        var bytes = SmallNotice.Docx();

        var direct = Assert.IsType<SourceText>(new SourceReader().Read("通报.docx", bytes, Cancel));
        var back = Assert.IsType<SourceText>(Ask("通报.docx", bytes, new SourceReader()));

        Assert.Equal(direct.Text, back.Text);
        Assert.Equal(direct.Locations, back.Locations);
        Assert.Equal((direct.FileName, direct.Sha256, direct.Encoding), (back.FileName, back.Sha256, back.Encoding));
        Assert.Equal(bytes, back.Bytes.ToArray());
    }

    [Fact]
    public void A_plain_text_has_no_places() =>
        Assert.Null(Assert.IsType<SourceText>(Ask("通报.txt", SmallNotice.Text, new SourceReader())).Locations);

    [Fact]
    public void The_rows_of_a_table_can_be_read_more_than_once_and_sheet_by_sheet()
    {
        SourceSheet[] sheets =
        [
            new("问题清单", [new(1, ["单位", "条数"]), new(3, ["红庆河镇", ""]), new(1_048_576, [])]),
            new("空表", []),
            new("说明", [new(2, ["只有一格"])]),
        ];

        var table = Assert.IsType<SourceTable>(Ask("台账.xlsx", [1], new Tables(sheets)));

        Assert.Equal("xlsx", table.Encoding);
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(sheets.Select(Printed), table.Sheets.Select(Printed));
        }
    }

    [Fact]
    public void A_fault_far_down_in_a_table_refuses_it_with_its_words()
    {
        var fault = Assert.Throws<NoticeFormatException>(() =>
            Ask("台账.csv", [1], new Tables([new("台账", Broken())]))
        );

        Assert.Equal("第3行的引号没有结束。", fault.Message);

        static IEnumerable<SourceRow> Broken()
        {
            yield return new(1, ["单位", "条数"]);
            yield return new(2, ["红庆河镇", "15"]);
            throw new NoticeFormatException("第3行的引号没有结束。");
        }
    }

    [Fact]
    public void A_refusal_comes_back_with_its_words()
    {
        var direct = Assert.Throws<NoticeFormatException>(() =>
            new SourceReader().Read("空.txt", " "u8.ToArray(), Cancel)
        );

        var back = Assert.Throws<NoticeFormatException>(() => Ask("空.txt", " "u8.ToArray(), new SourceReader()));

        Assert.Equal(direct.Message, back.Message);
    }

    [Fact]
    public void An_answer_that_is_cut_off_anywhere_is_never_taken_for_a_whole_one()
    {
        var request = new WorkerRequest("通报.txt", SmallNotice.Text, TimeSpan.FromMinutes(1));
        var whole = Answer(request, new SourceReader());

        for (var length = 0; length < whole.Length; length += 7)
        {
            using var cut = new MemoryStream(whole[..length]);
            var file = AnswerFile.Take(cut, 1_000_000);
            Assert.ThrowsAny<IOException>(() => WorkerAnswer.Read(file, request, ""));
            file.Remove();
        }
    }

    [Fact]
    public void An_answer_without_end_is_given_up()
    {
        using var much = new MemoryStream(new byte[5000]);

        Assert.Throws<InvalidDataException>(() => AnswerFile.Take(much, 4999));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Printed(SourceSheet sheet) =>
        sheet.Name + string.Concat(sheet.Rows.Select(row => $"/{row.Number}:{string.Join(',', row.Cells)}"));

    private static SourceFile Ask(string name, byte[] bytes, ISourceReader reader)
    {
        var request = new WorkerRequest(name, bytes, TimeSpan.FromMinutes(1));
        using var stream = new MemoryStream(Answer(request, reader));
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        return WorkerAnswer.Read(AnswerFile.Take(stream, 1_000_000), request, sha);
    }

    private static byte[] Answer(WorkerRequest request, ISourceReader reader)
    {
        using var input = new MemoryStream();
        request.Write(input);
        input.Position = 0;
        using var output = new MemoryStream();
        SourceWorker.Run(input, output, reader);
        return output.ToArray();
    }

    private sealed class Tables(SourceSheet[] sheets) : ISourceReader
    {
        public SourceFile Read(string fileName, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default) =>
            new SourceTable(fileName, bytes, "", "xlsx", sheets);
    }
}
