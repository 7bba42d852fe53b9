import { addWords } from "./addWords";
import { english } from "./english";
import { russian } from "./russian";

addWords("pieces", english, russian);
