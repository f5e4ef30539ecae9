package energy.ebbflow.hal.rfid;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** A PN532 that behaves as UM0701-02 says: asleep until it is woken, acknowledges, answers. */
final class Pn532Model {
  private byte[] pending = new byte[0];
  private byte[] uid = new byte[0];
  private boolean awake;
  private boolean silent;
  private int damage;
  private int commands;

  /** A card lies on it; empty: none. */
  synchronized void card(byte[] identifier) {
    uid = identifier.clone();
  }

  /** It does not answer, and has forgotten everything when it does again. */
  synchronized void silent(boolean now) {
    silent = now;
    awake = awake && !now;
  }

  /** So many of the next answers have a wrong checksum. */
  synchronized void damage(int answers) {
    damage = answers;
  }

  synchronized int commands() {
    return commands;
  }

  synchronized byte[] step(byte[] received) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (silent) {
      return new byte[0];
    }
    byte[] all = Arrays.copyOf(pending, pending.length + received.length);
    System.arraycopy(received, 0, all, pending.length, received.length);
    int at = 0;
    for (int i = 0; i + 6 < all.length; i++) {
      if (all[i] == 0x55) {
        awake = true;
        at = i + 1;
      }
      boolean start = all[i] == 0 && all[i + 1] == 0 && all[i + 2] == (byte) 0xFF;
      int length = start ? all[i + 3] & 0xFF : 0;
      if (start && i + 7 + length <= all.length) {
        if (awake && sound(all, i + 5, length)) {
          answer(all[i + 6] & 0xFF, out);
        }
        i += 6 + length;
        at = i + 1;
      }
    }
    pending = Arrays.copyOfRange(all, Math.min(at, all.length), all.length);
    return out.toByteArray();
  }

  private static boolean sound(byte[] bytes, int from, int length) {
    int sum = 0;
    for (int i = from; i <= from + length; i++) {
      sum += bytes[i];
    }
    return (sum & 0xFF) == 0 && bytes[from] == (byte) 0xD4;
  }

  private void answer(int code, ByteArrayOutputStream out) {
    commands++;
    out.writeBytes(new byte[] {0, 0, (byte) 0xFF, 0, (byte) 0xFF, 0});
    byte[] data =
        switch (code) {
          case 0x02 -> new byte[] {0x32, 1, 6, 7};
          case 0x4A -> target();
          default -> new byte[0];
        };
    byte[] frame = Pn532Frame.answer(code + 1, data);
    if (damage > 0) {
      damage--;
      frame[frame.length - 2] ^= 1;
    }
    out.writeBytes(frame);
  }

  private byte[] target() {
    if (uid.length == 0) {
      return new byte[] {0};
    }
    byte[] data = new byte[6 + uid.length];
    data[0] = 1;
    data[1] = 1;
    data[3] = 4;
    data[4] = 8;
    data[5] = (byte) uid.length;
    System.arraycopy(uid, 0, data, 6, uid.length);
    return data;
  }
}
