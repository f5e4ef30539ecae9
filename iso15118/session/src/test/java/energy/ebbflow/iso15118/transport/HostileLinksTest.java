package energy.ebbflow.iso15118.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.secc.HonestRun;
import energy.ebbflow.iso15118.secc.HonestRun.Move;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whole sessions of every protocol on real sockets, among vehicles that do not keep the rules: who
 * has a session keeps it, and the next honest vehicle charges.
 */
@Timeout(120)
class HostileLinksTest {
  private static final int CROWD = 200;
  private static final int HOSTILE_LINKS = 150;
  private static final int KNOCKS_MAX = 200;
  private static final int OVERSIZED = 0x7FFF_FFFF;

  /**
   * A vehicle whose first messages were answered. It knocks again while the charger has not yet
   * heard that the one before is gone.
   */
  private static RawVehicle enter(LiveStation station, HonestRun run, int moves)
      throws IOException {
    for (int knocks = 1; ; knocks++) {
      RawVehicle car = new RawVehicle(station.server);
      try {
        return car.drive(run, 1).drive(run.moves().subList(1, moves));
      } catch (IOException refused) {
        car.close();
        assertTrue(knocks < KNOCKS_MAX, () -> run + " is not let in: " + refused);
      }
    }
  }

  private static void honest(LiveStation station, HonestRun run) throws IOException {
    int before = station.charged.get();
    try (RawVehicle car = enter(station, run, run.moves().size())) {
      car.ended();
    }
    station.healthy();
    assertEquals(before + 1, station.charged.get(), "an honest vehicle of " + run + " charges");
  }

  /** TCP may cut a session at every byte. */
  @ParameterizedTest
  @EnumSource(HonestRun.class)
  void everyByteAlone(HonestRun run) throws Exception {
    try (LiveStation station = new LiveStation(run);
        RawVehicle car = new RawVehicle(station.server)) {
      for (Move move : run.moves()) {
        car.trickle(RawVehicle.frame(move)).answer();
      }
      car.ended();
      station.healthy();
      assertEquals(1, station.charged.get());
    }
  }

  /** A session goes on to its end while two hundred others knock, each in its own bad way. */
  @ParameterizedTest
  @EnumSource(HonestRun.class)
  void crowdDuringASession(HonestRun run) throws Exception {
    Random random = new Random(run.ordinal());
    List<RawVehicle> crowd = new ArrayList<>();
    try (LiveStation station = new LiveStation(run);
        RawVehicle car = new RawVehicle(station.server)) {
      List<Move> moves = run.moves();
      for (int i = 0; i < moves.size(); i++) {
        for (int knocks = CROWD / (moves.size() - 1) + 1; i > 0 && knocks > 0; knocks--) {
          crowd.add(knock(station, run, random));
        }
        car.write(RawVehicle.frame(moves.get(i))).answer();
      }
      car.ended();
      assertEquals(1, station.charged.get());
      assertTrue(crowd.size() >= CROWD);
    } finally {
      for (RawVehicle one : crowd) {
        one.close();
      }
    }
  }

  /** Two hundred at once before there is a session: the honest vehicle comes through. */
  @ParameterizedTest
  @EnumSource(HonestRun.class)
  void crowdBeforeASession(HonestRun run) throws Exception {
    Random random = new Random(run.ordinal());
    List<RawVehicle> crowd = new ArrayList<>();
    try (LiveStation station = new LiveStation(run)) {
      for (int i = 0; i < CROWD; i++) {
        // None of these says a whole message: whoever does is the vehicle.
        RawVehicle one = new RawVehicle(station.server);
        crowd.add(one);
        try {
          if (random.nextBoolean()) {
            byte[] frame = RawVehicle.frame(run.moves().getFirst());
            one.write(java.util.Arrays.copyOf(frame, random.nextInt(frame.length)));
          }
        } catch (SocketException gone) {
          assertTrue(station.refused.get() > 0, "it had to give way");
        }
      }
      honest(station, run);
    } finally {
      for (RawVehicle one : crowd) {
        one.close();
      }
    }
  }

  /** Sessions that break off at every message, by a reset, half a frame or the end of one half. */
  @ParameterizedTest
  @EnumSource(HonestRun.class)
  void brokenOffAnywhere(HonestRun run) throws Exception {
    try (LiveStation station = new LiveStation(run)) {
      for (int moves = 1; moves < run.moves().size(); moves++) {
        try (RawVehicle car = enter(station, run, moves)) {
          switch (moves % 3) {
            case 0 -> car.socket.setSoLinger(true, 0);
            case 1 -> car.write(new byte[] {0x01, (byte) 0xFE, (byte) 0x80});
            default -> {
              car.socket.shutdownOutput();
              assertEquals(-1, car.socket.getInputStream().read(), "the charger closes, too");
            }
          }
        }
        if (moves % 5 == 0) {
          honest(station, run);
        }
      }
      honest(station, run);
    }
  }

  /** Sessions of mutated frames, one after the other; every now and then an honest vehicle. */
  @ParameterizedTest
  @EnumSource(HonestRun.class)
  void mutatedFrames(HonestRun run) throws Exception {
    try (LiveStation station = new LiveStation(run)) {
      for (int seed = 0; seed < HOSTILE_LINKS; seed++) {
        Random random = new Random(seed);
        int right = 1 + random.nextInt(run.moves().size() - 2);
        try (RawVehicle car = enter(station, run, right)) {
          for (int i = 0; i < 3; i++) {
            car.write(mutated(run, random));
          }
          car.socket.shutdownOutput();
          car.socket.getInputStream().readAllBytes();
        } catch (SocketException reset) {
          assertTrue(String.valueOf(reset.getMessage()).length() > 0);
        }
        station.healthy();
        if (seed % 25 == 24) {
          honest(station, run);
        }
      }
      assertTrue(station.failed.get() > HOSTILE_LINKS / 2);
    }
  }

  /** A second vehicle on the same pilot line is told nothing; the first keeps its session. */
  @Test
  void secondVehicleIsNotHeard() throws Exception {
    HonestRun run = HonestRun.DIN;
    try (LiveStation station = new LiveStation(run);
        RawVehicle first = new RawVehicle(station.server)) {
      int half = run.moves().size() - 3;
      first.drive(run, half);
      RawVehicle second = new RawVehicle(station.server);
      assertThrows(IOException.class, () -> second.drive(run, 1));
      second.close();
      first.drive(run.moves().subList(half, run.moves().size())).ended();
      assertEquals(1, station.charged.get());
      honest(station, run);
    }
  }

  private static RawVehicle knock(LiveStation station, HonestRun run, Random random)
      throws IOException {
    RawVehicle one = new RawVehicle(station.server);
    byte[] sap = RawVehicle.frame(run.moves().getFirst());
    try {
      switch (random.nextInt(5)) {
        case 0 -> one.write(sap);
        case 1 -> one.write(java.util.Arrays.copyOf(sap, random.nextInt(sap.length)));
        case 2 -> one.write(noise(random));
        case 3 -> one.socket.shutdownOutput();
        default -> one.socket.setSoLinger(true, 0);
      }
    } catch (SocketException gone) {
      assertTrue(station.refused.get() > 0, "it was refused while it spoke");
    }
    return one;
  }

  private static byte[] mutated(HonestRun run, Random random) {
    byte[] frame = RawVehicle.frame(run.moves().get(random.nextInt(run.moves().size())));
    switch (random.nextInt(4)) {
      case 0 -> frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
      case 1 -> {
        // A length beyond everything: nothing may be allocated for it.
        frame[4] = (byte) (OVERSIZED >>> 24);
        frame[5] = (byte) 0xFF;
      }
      case 2 -> {
        return noise(random);
      }
      default -> frame[2 + random.nextInt(2)] ^= (byte) (1 << random.nextInt(8));
    }
    return frame;
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[1 + random.nextInt(300)];
    random.nextBytes(bytes);
    return bytes;
  }
}
