package energy.ebbflow.ocpp.errand;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is written and takes only so many bytes. */
final class BoundedFile extends OutputStream {
  private final FileChannel channel;
  private final long bytesMax;
  private long written;

  BoundedFile(Path file, long bytesMax) throws IOException {
    this.channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    this.bytesMax = bytesMax;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    written += length;
    if (written > bytesMax) {
      throw new TransferException(
          ErrandEnd.How.FAILED, "expected at most " + bytesMax + " bytes, more came");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** Closes it; what was written is on disk then. */
  @Override
  public void close() throws IOException {
    try (channel) {
      if (channel.isOpen()) {
        channel.force(true);
      }
    }
  }
}
