package energy.ebbflow.simulator.exi.tls;

import energy.ebbflow.simulator.exi.tls.KeyLogFile.Label;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.tls.AlertDescription;
import org.jspecify.annotations.Nullable;

/**
 * A TLS connection of a capture, 1.2 or 1.3: finds its secrets in a key log by the ClientHello and
 * gives back what the two ends said to each other. Without the secrets it still tells version,
 * suite and the alerts of the handshake.
 */
public final class TlsConversation {
  private static final int CHANGE_CIPHER_SPEC = 20;
  private static final int ALERT = 21;
  private static final int HANDSHAKE = 22;
  private static final int APPLICATION_DATA = 23;
  private static final int HANDSHAKE_HEADER = 4;

  /** Longest handshake message that is put together, octets; a ClientHello has some hundred. */
  private static final int MAX_HANDSHAKE = 64 * 1024;

  /**
   * Records of TLS 1.3's handshake that are passed over where the key log has no secrets for it.
   */
  private static final int MAX_PASSED_OVER = 32;

  private final KeyLogFile log;
  private byte @Nullable [] clientRandom;
  private boolean tls13;
  private boolean readable;

  public TlsConversation(KeyLogFile log) {
    this.log = log;
  }

  /**
   * Something to tell besides what was said.
   *
   * @param text what it is
   * @param detail more about it
   * @param failed whether something could not be read that should have been
   */
  public record Note(String text, String detail, boolean failed) {}

  /**
   * What some octets of one direction brought.
   *
   * @param plain what was said, without protection
   * @param notes what else is to be told
   */
  public record Read(byte[] plain, List<Note> notes) {}

  /** One direction. */
  public final class Side {
    private final RecordStream records = new RecordStream();
    private final ByteArrayOutputStream handshake = new ByteArrayOutputStream();
    private final Deque<RecordKeys> later = new ArrayDeque<>();
    private @Nullable RecordKeys keys;
    private @Nullable Side other;
    private boolean sealed;
    private boolean opened;
    private boolean lost;
    private int passedOver;

    private Side() {}

    /** Adds octets in their order. */
    public Read add(byte[] octets) {
      ByteArrayOutputStream plain = new ByteArrayOutputStream();
      List<Note> notes = new ArrayList<>();
      for (RecordStream.Sealed record : records.add(octets)) {
        take(record, plain, notes);
      }
      return new Read(plain.toByteArray(), notes);
    }

    private void take(RecordStream.Sealed record, ByteArrayOutputStream plain, List<Note> notes) {
      boolean open = !sealed && !(tls13 && record.type() == APPLICATION_DATA);
      if (record.type() == CHANGE_CIPHER_SPEC && !sealed) {
        // TLS 1.3 sends it for the eyes of old middleboxes only (RFC 8446 D.4).
        sealed = !tls13;
      } else if (open) {
        content(record.type(), record.fragment(), plain, notes);
      } else if (readable && !lost) {
        open(record, plain, notes);
      }
    }

    private void open(RecordStream.Sealed record, ByteArrayOutputStream plain, List<Note> notes) {
      Optional<RecordKeys.Plain> read = byWhicheverKeys(record);
      if (read.isPresent()) {
        opened = true;
        content(read.get().type(), read.get().content(), plain, notes);
      } else if (opened || passedOver++ >= MAX_PASSED_OVER) {
        lost = true;
        notes.add(
            new Note(
                "TLS record", "not protected with the key log's secrets; no more is shown", true));
      }
    }

    /** With the keys in use, with those of the next phase, with those after a KeyUpdate. */
    private Optional<RecordKeys.Plain> byWhicheverKeys(RecordStream.Sealed record) {
      RecordKeys current = keys;
      if (current == null) {
        return Optional.empty();
      }
      Optional<RecordKeys.Plain> read = current.open(record.header(), record.fragment());
      if (read.isEmpty() && tls13) {
        RecordKeys next = later.isEmpty() ? current.next() : later.getFirst();
        read = next.open(record.header(), record.fragment());
        if (read.isPresent()) {
          keys = next;
          later.pollFirst();
        }
      }
      return read;
    }

    private void content(int type, byte[] content, ByteArrayOutputStream plain, List<Note> notes) {
      switch (type) {
        case APPLICATION_DATA -> plain.writeBytes(content);
        case ALERT -> {
          if (content.length == 2) {
            notes.add(
                new Note(
                    "TLS alert", AlertDescription.getName((short) (content[1] & 0xFF)), false));
          }
        }
        case HANDSHAKE -> {
          if (keys == null || !opened) {
            handshake(content, notes);
          }
        }
        default -> {}
      }
    }

    private void handshake(byte[] content, List<Note> notes) {
      handshake.writeBytes(content);
      byte[] all = handshake.toByteArray();
      int at = 0;
      while (all.length - at >= HANDSHAKE_HEADER) {
        int length = (all[at + 1] & 0xFF) << 16 | (all[at + 2] & 0xFF) << 8 | all[at + 3] & 0xFF;
        if (length > MAX_HANDSHAKE) {
          at = all.length;
        } else if (all.length - at - HANDSHAKE_HEADER < length) {
          break;
        } else {
          int from = at + HANDSHAKE_HEADER;
          byte[] body = Arrays.copyOfRange(all, from, from + length);
          Hello.of(all[at], body).ifPresent(hello -> heard(hello, notes));
          at = from + length;
        }
      }
      handshake.reset();
      handshake.write(all, at, all.length - at);
    }

    private void heard(Hello hello, List<Note> notes) {
      if (hello.client()) {
        clientRandom = hello.random();
      } else if (clientRandom != null && other != null) {
        agreed(other, this, hello, clientRandom, notes);
      }
    }

    private void with(List<RecordKeys> inOrder) {
      later.clear();
      later.addAll(inOrder);
      keys = later.pollFirst();
    }
  }

  /** Both directions; which of them is the client's follows from what they say. */
  public Side[] sides() {
    Side one = new Side();
    Side two = new Side();
    one.other = two;
    two.other = one;
    return new Side[] {one, two};
  }

  private void agreed(Side client, Side server, Hello hello, byte[] random, List<Note> notes) {
    tls13 = hello.tls13();
    Optional<RecordSuite> suite = RecordSuite.of(hello.suite());
    String name =
        suite.map(Enum::name).orElse(String.format(Locale.ROOT, "suite %04X", hello.suite()));
    String agreed = (tls13 ? "TLSv1.3 " : "TLSv1.2 ") + name;
    if (suite.isEmpty()) {
      notes.add(new Note("TLS handshake", agreed + " is not decoded", false));
      return;
    }
    List<RecordKeys> clients = new ArrayList<>();
    List<RecordKeys> servers = new ArrayList<>();
    if (tls13) {
      traffic(suite.get(), random, Label.CLIENT_HANDSHAKE_TRAFFIC_SECRET, clients);
      traffic(suite.get(), random, Label.CLIENT_TRAFFIC_SECRET_0, clients);
      traffic(suite.get(), random, Label.SERVER_HANDSHAKE_TRAFFIC_SECRET, servers);
      traffic(suite.get(), random, Label.SERVER_TRAFFIC_SECRET_0, servers);
    } else {
      log.secret(Label.CLIENT_RANDOM, random)
          .ifPresent(
              master -> {
                boolean mac = hello.encryptThenMac();
                byte[] other = hello.random();
                clients.add(RecordKeys.tls12(suite.get(), master, random, other, mac, true));
                servers.add(RecordKeys.tls12(suite.get(), master, random, other, mac, false));
              });
    }
    readable = !clients.isEmpty() && !servers.isEmpty();
    client.with(clients);
    server.with(servers);
    notes.add(
        new Note(
            "TLS handshake",
            agreed
                + (readable
                    ? ", decoded with the key log"
                    : ", what follows is encrypted and not shown"),
            false));
  }

  private void traffic(RecordSuite suite, byte[] random, Label label, List<RecordKeys> keys) {
    log.secret(label, random).ifPresent(secret -> keys.add(RecordKeys.tls13(suite, secret)));
  }
}
