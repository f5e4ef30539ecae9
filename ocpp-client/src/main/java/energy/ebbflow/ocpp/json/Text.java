package energy.ebbflow.ocpp.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Bounds the length of a string, or of every string of a list, in UTF-16 units. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT})
public @interface Text {
  int max();

  /** Bound in OCPP 2.0.1 where it is another one. */
  int v201() default -1;
}
