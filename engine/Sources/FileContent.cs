using Analytics.Domain;

namespace Analytics.Sources;

/// <summary>The bytes of a file on the disk, or a refusal that says why not.</summary>
internal static class FileContent
{
    /// <summary>Reads a file that is not over the limit of its kind.</summary>
    /// <exception cref="NoticeFormatException">It is missing, a folder, may not be read, or is too large.</exception>
    public static byte[] Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
        {
            throw new NoticeFormatException($"“{path}”是文件夹，不是文件。请指定其中的一份通报或数据表。");
        }

        try
        {
            using var stream = File.OpenRead(path);
            SourceLimits.Check(Path.GetFileName(path), stream.Length);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NoticeFormatException($"找不到文件“{path}”。请检查路径和文件名是否写对。", fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new NoticeFormatException($"没有权限读取文件“{path}”。请换一个位置或请管理员放开读取权限。", fault);
        }
        catch (IOException fault)
        {
            throw new NoticeFormatException(
                $"文件“{path}”读取失败：{fault.Message}请关闭正在使用它的程序后重试。",
                fault
            );
        }
    }
}
