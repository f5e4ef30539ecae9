package energy.ebbflow.hal.mcu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a stream of bytes at its zeros. Immutable; what is longer than any frame is thrown away up
 * to the next zero, so a line that was disturbed is in step again one frame later.
 *
 * @param pending bytes of the running frame
 * @param overlong whether the running frame is too long already
 */
public record FrameSplitter(byte[] pending, boolean overlong) {
  /** Nothing has been received. */
  public static final FrameSplitter EMPTY = new FrameSplitter(new byte[0], false);

  /**
   * What a chunk of bytes completed.
   *
   * @param next the splitter from now on
   * @param frames complete frames without their zeros
   */
  public record Cut(FrameSplitter next, List<byte[]> frames) {}

  /** Takes in bytes, cut anywhere. */
  public Cut feed(byte[] chunk) {
    List<byte[]> frames = new ArrayList<>();
    byte[] buffer = Arrays.copyOf(pending, McuCodec.MAX_FRAME);
    int length = pending.length;
    boolean tooLong = overlong;
    for (byte b : chunk) {
      if (b == 0) {
        if (length > 0 && !tooLong) {
          frames.add(Arrays.copyOf(buffer, length));
        }
        length = 0;
        tooLong = false;
      } else if (length == McuCodec.MAX_FRAME) {
        tooLong = true;
      } else {
        buffer[length++] = b;
      }
    }
    return new Cut(new FrameSplitter(Arrays.copyOf(buffer, length), tooLong), frames);
  }
}
