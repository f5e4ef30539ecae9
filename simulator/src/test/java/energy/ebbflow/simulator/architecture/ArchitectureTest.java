package energy.ebbflow.simulator.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import energy.ebbflow.simulator.architecture.fixture.DecidesAndReadsTheClock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Keeps the dependency direction, and clocks, threads and I/O out of code that decides. */
class ArchitectureTest {

  private static final JavaClasses EBBFLOW =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("energy.ebbflow");

  private static final String HAL = "energy.ebbflow.hal..";
  private static final String IEC61851 = "energy.ebbflow.iec61851..";
  private static final String EXI = "energy.ebbflow.exi..";
  private static final String ISO15118 = "energy.ebbflow.iso15118..";
  private static final String OCPP = "energy.ebbflow.ocpp..";
  private static final String FIRMWARE = "energy.ebbflow.firmware..";
  private static final String SIMULATOR = "energy.ebbflow.simulator..";

  /** Packages whose classes decide: they are given the time and return effects. */
  private static final String[] DECIDING = {
    IEC61851,
    "energy.ebbflow.exi..",
    "energy.ebbflow.iso15118.message..",
    "energy.ebbflow.iso15118.secc..",
    "energy.ebbflow.ocpp.domain..",
    "energy.ebbflow.ocpp.profile..",
    "energy.ebbflow.ocpp.tariff..",
    "energy.ebbflow.firmware.evse..",
    "energy.ebbflow.firmware.supervisor..",
    "energy.ebbflow.firmware.power..",
    "energy.ebbflow.simulator.physics..",
    "energy.ebbflow.simulator.architecture.fixture..",
  };

  /** Where a clock may be read: the loop and what talks to a device, a network or a person. */
  private static final String[] CLOCK_ROOMS = {
    "..loop..", "..linux..", "..serial..", "..driver..", "..cli..", "..bench..", "..transport..",
  };

  @Test
  void theFourRoomsAtTheBottomDoNotKnowEachOther() {
    independent(HAL, IEC61851, EXI, ISO15118, OCPP, FIRMWARE, SIMULATOR);
    independent(IEC61851, HAL, EXI, ISO15118, OCPP, FIRMWARE, SIMULATOR);
    independent(ISO15118, HAL, IEC61851, OCPP, FIRMWARE, SIMULATOR);
    independent(EXI, HAL, IEC61851, ISO15118, OCPP, FIRMWARE, SIMULATOR);
    independent(OCPP, HAL, IEC61851, EXI, ISO15118, FIRMWARE, SIMULATOR);
  }

  @Test
  void theFirmwareDoesNotKnowTheSimulator() {
    independent(FIRMWARE, SIMULATOR);
  }

  @Test
  void codeThatDecidesHasNoClockNoThreadAndNoInputOrOutput() {
    deciding().check(EBBFLOW);
  }

  /** A rule that cannot fail proves nothing: a class that breaks it is caught. */
  @Test
  void aDecidingClassThatReadsTheClockIsCaught() {
    JavaClasses wrong = new ClassFileImporter().importClasses(DecidesAndReadsTheClock.class);
    assertTrue(
        deciding().evaluate(wrong).hasViolation(),
        "the rule let a deciding class read the clock and start a thread");
  }

  @Test
  void theClockIsReadOnlyInTheLoopAndTheDrivers() {
    noClasses()
        .that()
        .resideOutsideOfPackages(CLOCK_ROOMS)
        .and(DescribedPredicate.not(isMain()))
        .should(readTheClock())
        .allowEmptyShould(true)
        .check(EBBFLOW);
  }

  @Test
  void everyQueueIsBounded() {
    noClasses()
        .should()
        .callConstructor(java.util.concurrent.LinkedBlockingQueue.class)
        .orShould()
        .callConstructor(java.util.concurrent.LinkedBlockingDeque.class)
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(
            java.util.concurrent.ConcurrentLinkedQueue.class,
            java.util.concurrent.ConcurrentLinkedDeque.class,
            java.util.concurrent.LinkedTransferQueue.class,
            java.util.concurrent.PriorityBlockingQueue.class)
        .because("every queue has a bound, and the bound has a name")
        .allowEmptyShould(true)
        .check(EBBFLOW);
  }

  @Test
  void everyPackageSaysWhatMayBeNull() {
    classes()
        .that()
        // Generated from the records, which say it.
        .resideOutsideOfPackage("..coder..")
        .should(
            new ArchCondition<JavaClass>("reside in a @NullMarked package") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                  events.add(
                      SimpleConditionEvent.violated(
                          item, item.getName() + " lies in a package without @NullMarked"));
                }
              }
            })
        .check(EBBFLOW);
  }

  /** The back office of the tests (decision 0234) is on no class path but theirs. */
  @Test
  void peersOfTheTestsAreNotOnTheStation() {
    for (String peer :
        new String[] {"eu.chargetime.ocpp.JSONServer", "org.java_websocket.WebSocket"}) {
      assertThrows(ClassNotFoundException.class, () -> Class.forName(peer), peer);
    }
    noClasses()
        .should()
        .dependOnClassesThat(resideInAnyPackage("eu.chargetime..", "org.java_websocket.."))
        .check(EBBFLOW);
  }

  private static void independent(String room, String... others) {
    noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat(resideInAnyPackage(others))
        .allowEmptyShould(true)
        .check(EBBFLOW);
  }

  private static ArchRule deciding() {
    return noClasses()
        .that()
        .resideInAnyPackage(DECIDING)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.net..",
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.util.concurrent..",
                    "java.sql..",
                    "java.util.logging..",
                    "org.slf4j..",
                    "io.netty..")
                .or(belongsTo("java.lang.Thread", "java.util.Random", "java.util.Timer"))
                .or(resideInAPackage("java.io..").and(notAnExceptionOrMarker())))
        .orShould(readTheClock())
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> belongsTo(String... names) {
    Set<String> wanted = Set.of(names);
    return DescribedPredicate.describe(
        "one of " + List.of(names), type -> wanted.contains(type.getName()));
  }

  /** Exceptions and the serialisation marker of records and enums do no I/O. */
  private static DescribedPredicate<JavaClass> notAnExceptionOrMarker() {
    return DescribedPredicate.describe(
        "doing I/O",
        type ->
            !type.isAssignableTo(Throwable.class)
                && !type.getName().equals("java.io.Serializable"));
  }

  private static DescribedPredicate<JavaClass> isMain() {
    return DescribedPredicate.describe("Main", type -> type.getSimpleName().equals("Main"));
  }

  private static ArchCondition<JavaClass> readTheClock() {
    Set<String> clocks =
        Set.of(
            "java.lang.System.nanoTime",
            "java.lang.System.currentTimeMillis",
            "java.time.Instant.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.lang.Thread.sleep",
            "java.lang.Math.random");
    return new ArchCondition<>("read a clock, sleep or draw a random number") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        for (JavaAccess<?> access : item.getAccessesFromSelf()) {
          String target = access.getTargetOwner().getName() + "." + access.getName();
          if (clocks.contains(target)) {
            events.add(SimpleConditionEvent.satisfied(access, access.getDescription()));
          }
        }
      }
    };
  }
}
