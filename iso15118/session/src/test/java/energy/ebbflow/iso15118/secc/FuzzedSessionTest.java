package energy.ebbflow.iso15118.secc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.secc.EvseView.Authorisation;
import energy.ebbflow.iso15118.secc.EvseView.Isolation;
import energy.ebbflow.iso15118.secc.EvseView.Stop;
import energy.ebbflow.iso15118.secc.HonestRun.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sessions of every protocol with mutated bytes, messages in any order, silence, lost links and a
 * station that changes its mind, through the real codec in virtual time. Whatever comes: energy
 * flows only in order, every response can be written and was asked for, nothing is thrown, and the
 * next honest vehicle charges.
 *
 * <p>A longer run: {@code ./ebbflow test --fuzz SECONDS}, which sets {@code ebbflow.fuzzSeconds}.
 */
class FuzzedSessionTest {
  private static final long SECONDS = Long.getLong("ebbflow.fuzzSeconds", 0);
  private static final long FIRST_SEED = Long.getLong("ebbflow.fuzzSeed", 1);
  private static final int SESSIONS = 1_500;
  private static final int MOVES_MAX = 120;

  @ParameterizedTest
  @EnumSource(HonestRun.class)
  void anythingMayCome(HonestRun run) {
    long end = System.nanoTime() + SECONDS * 1_000_000_000L / HonestRun.values().length;
    ObedientStation behind = new ObedientStation(run.dc);
    long[] counts = new long[3];
    for (long seed = FIRST_SEED;
        seed < FIRST_SEED + SESSIONS || System.nanoTime() - end < 0 && SECONDS > 0;
        seed++) {
      try {
        session(run, behind, new Random(seed), counts);
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError("seed " + seed + " of " + run + ": " + broken, broken);
      }
    }
    assertTrue(counts[0] > SESSIONS, "mutated bytes are still messages often enough");
    assertTrue(counts[1] > SESSIONS / 10, "and often enough they are none");
    assertTrue(counts[2] > SESSIONS / 20, "energy has flowed in some");
    if (SECONDS > 0) {
      System.out.printf(
          "FUZZ %s: %,d messages decoded, %,d refused, energy in %,d sessions%n",
          run, counts[0], counts[1], counts[2]);
    }
  }

  private static void session(HonestRun run, ObedientStation behind, Random random, long[] counts) {
    List<Move> script = new ArrayList<>(run.moves());
    behind.calm();
    long start = Long.MAX_VALUE - random.nextLong(20_000_000_000L);
    FuzzedLink link = new FuzzedLink(run, behind, Optional.empty(), start);
    link.input(new SeccInput.LinkUp(random.nextBoolean(), random.nextBoolean()));
    // From a session that is right but for one word up to one that is all wrong.
    int wrongness = 1 + random.nextInt(random.nextBoolean() ? 40 : 4);
    int at = 0;
    for (int i = 0; i < MOVES_MAX && at < script.size() && !link.session.ended(); i++) {
      link.now += random.nextLong(300 * Drive.MILLI);
      if (random.nextInt(wrongness) > 0) {
        link.bytes(script.get(at++));
      } else {
        at = wrong(link, run, script, at, random);
      }
      link.input(new SeccInput.Tick());
    }
    counts[0] += link.decoded;
    counts[1] += link.refused;
    counts[2] += behind.energised() ? 1 : 0;
    link.input(new SeccInput.LinkDown("the end of the test's patience"));
    assertTrue(link.session.ended());
    new FuzzedLink(run, behind, link.session.paused(), link.now).honest();
  }

  /** Something goes wrong; the place in the script after it. */
  private static int wrong(
      FuzzedLink link, HonestRun run, List<Move> script, int at, Random random) {
    Station station = link.behind.station;
    switch (random.nextInt(14)) {
      case 0, 1, 2, 3 -> {
        link.bytes(mutated(script.get(at), random));
        return at + 1;
      }
      case 4 -> link.bytes(script.get(random.nextInt(script.size())));
      case 5 -> {
        return random.nextInt(script.size());
      }
      case 6 -> {
        link.bytes(script.get(at));
        link.bytes(script.get(at));
        return at + 1;
      }
      case 7 -> {
        List<Move> other = HonestRun.values()[random.nextInt(5)].moves();
        link.bytes(other.get(random.nextInt(other.size())));
      }
      case 8 -> link.bytes(noise(random));
      case 9 -> link.now += random.nextLong(70_000 * Drive.MILLI);
      case 10 -> link.input(new SeccInput.LinkDown("reset"));
      case 11 -> {
        station.stop = Optional.of(Stop.values()[random.nextInt(3)]);
        if (random.nextBoolean()) {
          station.stop = Optional.empty();
        }
      }
      case 12 -> {
        station.isolation = Isolation.values()[random.nextInt(4)];
        station.authorisation = Authorisation.values()[random.nextInt(3)];
        station.chargeWatts = random.nextInt(3) * 10_000;
      }
      default -> {
        station.pilotReady = random.nextBoolean();
        station.closed &= station.pilotReady;
      }
    }
    return at;
  }

  private static Move mutated(Move move, Random random) {
    byte[] bytes = move.bytes().clone();
    switch (random.nextInt(4)) {
      case 0, 1 -> {
        for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      case 2 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      default -> bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 8));
    }
    return new Move(move.set(), bytes);
  }

  private static Move noise(Random random) {
    byte[] bytes = new byte[random.nextInt(400)];
    random.nextBytes(bytes);
    if (bytes.length > 0 && random.nextBoolean()) {
      bytes[0] = (byte) 0x80;
    }
    MessageSet[] sets = MessageSet.values();
    return new Move(sets[random.nextInt(sets.length)], bytes);
  }
}
