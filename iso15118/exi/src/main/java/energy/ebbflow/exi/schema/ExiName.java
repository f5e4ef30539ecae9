package energy.ebbflow.exi.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The element that carries a record when the record itself, not a component that holds it, decides
 * the name: the root of a document, or one alternative of a choice or substitution group.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ExiName {
  /** The local name. */
  String value();

  /** The namespace of the element; empty stands for the namespace of the record's type. */
  String namespace() default "";
}
