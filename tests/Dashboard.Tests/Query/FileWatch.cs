using System.Runtime.InteropServices;

namespace Analytics.Tests.Query;

/// <summary>Tells whether anybody opened, read or made a file of a folder (inotify of Linux), however shortly.</summary>
internal sealed partial class FileWatch : IDisposable
{
    private const int NonBlocking = 0x800;

    // Access, modify, open, move from and to, create, delete.
    private const uint Everything = 0x1 | 0x2 | 0x20 | 0x40 | 0x80 | 0x100 | 0x200;

    private readonly int _descriptor = Init(NonBlocking);

    public FileWatch(string folder) => Assert.True(AddWatch(_descriptor, folder, Everything) >= 0);

    /// <summary>How many bytes of events there are since the last look; 0 when nobody touched anything.</summary>
    public unsafe long Look()
    {
        var buffer = new byte[64 * 1024];
        fixed (byte* at = buffer)
        {
            return Math.Max(0, Read(_descriptor, at, buffer.Length));
        }
    }

    public void Dispose() => _ = Close(_descriptor);

    [LibraryImport("libc", EntryPoint = "inotify_init1")]
    private static partial int Init(int flags);

    [LibraryImport("libc", EntryPoint = "inotify_add_watch", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddWatch(int descriptor, string path, uint mask);

    [LibraryImport("libc", EntryPoint = "read")]
    private static unsafe partial nint Read(int descriptor, byte* buffer, nint count);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
