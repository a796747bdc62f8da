using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Analytics.Tests.Importing;

public sealed class ImportApiTests : OwnServer
{
    [Fact]
    public async Task Good_rows_are_loaded_when_asked_for_and_the_others_once_they_are_mended()
    {
        var (_, preview) = await UploadAsync("清单.csv", Given.Utf8(Given.OneBadRow));
        var file = preview.GetProperty("files")[0];
        Assert.Equal("findings", file.GetProperty("kind").GetString());
        Assert.Equal("UTF-8", file.GetProperty("encoding").GetString());
        Assert.Equal(2, file.GetProperty("sheets")[0].GetProperty("headerRow").GetInt32());
        var error = Assert.Single(file.GetProperty("rowErrors").EnumerateArray());
        Assert.Equal(4, error.GetProperty("row").GetInt32());
        Assert.Equal(
            ("发现日期", "2025-13-40"),
            (error.GetProperty("column").GetString(), error.GetProperty("value").GetString())
        );

        var (refused, problem) = await ConfirmAsync(preview);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Equal("/problems/refused", problem.GetProperty("type").GetString());

        var (status, loaded) = await ConfirmAsync(preview, goodRows: true);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(2, loaded.GetProperty("files")[0].GetProperty("factCount").GetInt32());

        var csv = await Client.GetByteArrayAsync($"/api/v1/imports/{preview.GetProperty("id")}/refused.csv", Cancel);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), csv[..3]);
        var lines = Encoding.UTF8.GetString(csv.AsSpan(3)).Split('\n');
        Assert.Equal("责任单位,问题描述,发现日期,原因,处理办法", lines[1]);
        Assert.StartsWith("札萨克镇,更新不及时,2025-13-40,", lines[2], StringComparison.Ordinal);

        var mended = string.Join('\n', lines).Replace("2025-13-40", "2025-03-04", StringComparison.Ordinal);
        var (_, rest) = await UploadAsync("清单-被拒的行.csv", Given.Utf8(mended));
        Assert.Equal(3, rest.GetProperty("files")[0].GetProperty("sheets")[0].GetProperty("columns").GetArrayLength());
        Assert.Equal(HttpStatusCode.OK, (await ConfirmAsync(rest)).Status);
        Assert.Equal(
            (1, 1, 1),
            (
                await FindingsAsync("2025Q1", "gonganju"),
                await FindingsAsync("2025Q1", "zhasake"),
                await FindingsAsync("2025Q1", "hongqinghe")
            )
        );
    }

    [Fact]
    public async Task A_changed_mapping_is_tried_without_another_upload_and_remembered_for_the_next_file_of_that_shape()
    {
        const string Columns = "责任单位,问题描述,备注数";
        var (_, preview) = await UploadAsync(
            "一.csv",
            Given.Utf8($"2025年第一季度政务新媒体检查,,\n{Columns}\n旗公安局,错别字,3\n红庆河镇,错链,2\n")
        );
        var sheet = preview.GetProperty("files")[0].GetProperty("sheets")[0];
        Assert.All(
            sheet.GetProperty("columns").EnumerateArray(),
            column => Assert.True(column.GetProperty("isGuess").GetBoolean())
        );
        var body = JsonContent.Create(
            new
            {
                mappings = new[]
                {
                    new
                    {
                        shape = sheet.GetProperty("shape").GetString(),
                        kind = "findings",
                        columns = new[] { new { heading = "备注数", role = "count" } },
                    },
                },
            }
        );

        var (status, changed) = await SendAsync(
            HttpMethod.Put,
            $"/api/v1/imports/{preview.GetProperty("id")}/mapping",
            body
        );
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("count", false), RoleOf(changed, 2));
        Assert.Equal(HttpStatusCode.OK, (await ConfirmAsync(changed)).Status);
        Assert.Equal(3, await FindingsAsync("2025Q1", "gonganju"));

        var (_, next) = await UploadAsync(
            "二.csv",
            Given.Utf8($"2025年第二季度政务新媒体检查,,\n{Columns}\n旗公安局,错别字,5\n")
        );
        Assert.Equal(("count", false), RoleOf(next, 2));
        Assert.True(RoleOf(next, 0).IsGuess);
        await ConfirmAsync(next);
        Assert.Equal(5, await FindingsAsync("2025Q2", "gonganju"));
    }

    [Fact]
    public async Task A_mapping_that_names_no_role_is_refused_and_the_preview_stays()
    {
        var (_, preview) = await UploadAsync("清单.csv", Given.Utf8(Given.Finding("旗公安局")));
        var path = $"/api/v1/imports/{preview.GetProperty("id")}";

        var (status, problem) = await SendAsync(
            HttpMethod.Put,
            path + "/mapping",
            JsonContent.Create(
                new { mappings = new[] { new { columns = new[] { new { heading = "责任单位", role = "boss" } } } } }
            )
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("boss", problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, path)).Status);
    }

    [Fact]
    public async Task A_preview_that_would_do_something_else_by_now_is_stale_once()
    {
        var (_, first) = await UploadAsync("表.csv", Given.Utf8(Given.Facts(7)));
        var (_, second) = await UploadAsync("表.csv", Given.Utf8(Given.Facts(8)));
        Assert.Equal(HttpStatusCode.OK, (await ConfirmAsync(first)).Status);

        var (stale, problem) = await ConfirmAsync(second);
        var (again, _) = await ConfirmAsync(second);

        Assert.Equal(HttpStatusCode.Conflict, stale);
        Assert.Equal("/problems/stale-import", problem.GetProperty("type").GetString());
        Assert.Equal(HttpStatusCode.OK, again);
        Assert.Equal(8, await FindingsAsync("2025Q1", "gonganju"));
    }

    [Fact]
    public async Task A_batch_is_undone_but_only_with_force_where_a_later_copy_rests_on_it()
    {
        await ConfirmAsync((await UploadAsync("表.csv", Given.Utf8(Given.Facts(7)))).Body);
        await ConfirmAsync((await UploadAsync("表.csv", Given.Utf8(Given.Facts(8)))).Body);

        var (_, batch) = await SendAsync(HttpMethod.Get, "/api/v1/batches/2");
        var dependent = Assert.Single(batch.GetProperty("dependents").EnumerateArray());
        Assert.Equal(
            ("batch", 3L),
            (dependent.GetProperty("kind").GetString(), dependent.GetProperty("number").GetInt64())
        );
        var (conflict, problem) = await SendAsync(HttpMethod.Post, "/api/v1/batches/2/revert");
        Assert.Equal(HttpStatusCode.Conflict, conflict);
        Assert.Equal("/problems/batch-is-used", problem.GetProperty("type").GetString());

        var (reverted, report) = await SendAsync(HttpMethod.Post, "/api/v1/batches/3/revert?by=李四");

        Assert.Equal(HttpStatusCode.OK, reverted);
        Assert.Equal("表.csv", Assert.Single(report.GetProperty("restored").EnumerateArray()).GetString());
        Assert.Equal(7, await FindingsAsync("2025Q1", "gonganju"));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Post, "/api/v1/batches/2/revert")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Get, "/api/v1/rankings/2025Q1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Post, "/api/v1/batches/99/revert")).Status);
    }

    [Fact]
    public async Task A_word_document_and_a_workbook_are_previewed_and_loaded()
    {
        var docx = Given.Docx(
            "关于2025年第一季度政务新媒体检查情况的通报",
            "各镇人民政府，旗直各部门：",
            "第一季度，旗政务服务与数据管理局对政务新媒体进行检查，发现问题共计9条。涉及的单位有：旗公安局（4条）、旗红庆河镇人民政府（5条）。"
        );
        var xlsx = Given.Xlsx(
            "2025年第二季度政务新媒体",
            ["责任单位", "问题描述"],
            ["旗公安局", "错别字"],
            ["旗公安局", "错链"]
        );

        var (_, notice) = await UploadAsync("通报.docx", docx);
        var (_, table) = await UploadAsync("清单.xlsx", xlsx);

        Assert.Equal("notice", notice.GetProperty("files")[0].GetProperty("kind").GetString());
        Assert.Equal("xlsx", table.GetProperty("files")[0].GetProperty("encoding").GetString());
        Assert.Equal(HttpStatusCode.OK, (await ConfirmAsync(notice)).Status);
        await ConfirmAsync(table);
        Assert.Equal((4, 5), (await FindingsAsync("2025Q1", "gonganju"), await FindingsAsync("2025Q1", "hongqinghe")));
        Assert.Equal(2, await FindingsAsync("2025Q2", "gonganju"));
    }

    [Fact]
    public async Task A_hostile_file_is_refused_with_its_name_and_the_server_lives()
    {
        using var bomb = new MemoryStream();
        using (var archive = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("[Content_Types].xml");
            using var sheet = archive.CreateEntry("xl/workbook.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 300; megabyte++)
            {
                sheet.Write(zeros);
            }
        }

        foreach (var content in new[] { bomb.ToArray(), Given.Utf8("PK\u0003\u0004不是工作簿") })
        {
            var (status, problem) = await UploadAsync("坏.xlsx", content);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.Contains("坏.xlsx", problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await UploadAsync("表.csv", Given.Utf8(Given.Facts(7)))).Status);
    }

    [Fact]
    public async Task A_decision_on_a_name_is_kept_with_who_and_for_which_quarters()
    {
        var (status, decision) = await SendAsync(
            HttpMethod.Post,
            "/api/v1/units/aliases?by=张三",
            JsonContent.Create(
                new
                {
                    words = "旗火星局",
                    unit = "jiaotiju",
                    from = "2025Q1",
                    to = "2025Q2",
                }
            )
        );
        var (again, _) = await SendAsync(
            HttpMethod.Post,
            "/api/v1/units/aliases",
            JsonContent.Create(
                new
                {
                    words = "旗火星局",
                    unit = "gonganju",
                    from = "2025Q2",
                }
            )
        );
        var (unknown, _) = await SendAsync(
            HttpMethod.Post,
            "/api/v1/units/aliases",
            JsonContent.Create(new { words = "旗水星局", unit = "nobody" })
        );

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("张三", decision.GetProperty("by").GetString());
        Assert.Equal("2025-01-01", decision.GetProperty("from").GetString());
        Assert.Equal("2025-06-30", decision.GetProperty("to").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again);
        Assert.Equal(HttpStatusCode.NotFound, unknown);
    }

    [Fact]
    public async Task A_decision_on_a_name_is_listed_until_it_is_taken_back()
    {
        var (_, decision) = await SendAsync(
            HttpMethod.Post,
            "/api/v1/units/aliases?by=张三",
            JsonContent.Create(new { words = "旗金星局", unit = "jiaotiju" })
        );
        var number = decision.GetProperty("id").GetInt64();
        var page = await Client.GetStringAsync("/imports", Cancel);

        var (_, before) = await SendAsync(HttpMethod.Get, "/api/v1/units/aliases", null);
        var (status, taken) = await SendAsync(HttpMethod.Post, $"/api/v1/units/aliases/{number}/revoke?by=李四", null);
        var (_, after) = await SendAsync(HttpMethod.Get, "/api/v1/units/aliases", null);
        var (again, _) = await SendAsync(HttpMethod.Post, $"/api/v1/units/aliases/{number}/revoke", null);

        Assert.Contains("旗金星局", page, StringComparison.Ordinal);
        Assert.Contains(before.EnumerateArray(), one => one.GetProperty("alias").GetString() == "旗金星局");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("旗金星局", taken.GetProperty("alias").GetString());
        Assert.DoesNotContain(after.EnumerateArray(), one => one.GetProperty("alias").GetString() == "旗金星局");
        Assert.Equal(HttpStatusCode.NotFound, again);
    }

    private static (string? Role, bool IsGuess) RoleOf(JsonElement preview, int column)
    {
        var found = preview.GetProperty("files")[0].GetProperty("sheets")[0].GetProperty("columns")[column];
        return (found.GetProperty("role").GetString(), found.GetProperty("isGuess").GetBoolean());
    }
}
